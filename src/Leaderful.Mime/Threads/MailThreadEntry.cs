namespace Leaderful.Mime;

/// <summary>What threading needs to know of a mail.</summary>
/// <param name="Id">The Message-ID without brackets, or a synthetic one.</param>
/// <param name="References">The ids of References, oldest first.</param>
/// <param name="InReplyTo">The ids of In-Reply-To.</param>
/// <param name="Subject">The decoded subject.</param>
/// <param name="Date">When it was written, if known.</param>
public sealed record MailThreadEntry(string Id, IReadOnlyList<string> References, IReadOnlyList<string> InReplyTo, string Subject, DateTimeOffset? Date)
{
    /// <summary>The entry of a message, with a synthetic id if it has none.</summary>
    public static MailThreadEntry Of(MailMessage message) =>
        new(MailIds.Of(message), message.References, message.InReplyTo, message.Subject, message.BestDate);

    /// <summary>The ids of possible parents, the best first: References from its end, then In-Reply-To (RFC 5322, 3.6.4).</summary>
    public IEnumerable<string> ParentCandidates() =>
        References.Reverse().Concat(InReplyTo).Where(id => !string.Equals(id, Id, StringComparison.Ordinal));
}
