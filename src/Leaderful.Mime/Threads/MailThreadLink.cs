namespace Leaderful.Mime;

/// <summary>Where a mail stands in its thread.</summary>
/// <param name="Id">The mail.</param>
/// <param name="ParentId">The mail it answers, or null if it begins a thread.</param>
/// <param name="RootId">The mail that begins its thread; its own id if it does.</param>
/// <param name="Reason">How the parent was found.</param>
public sealed record MailThreadLink(string Id, string? ParentId, string RootId, MailThreadReason Reason);
