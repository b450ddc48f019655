namespace Leaderful.Mime;

/// <summary>A calendar object to go with a mail (RFC 6047): shown by mail programs as an invitation that can be answered.</summary>
/// <param name="Method">What it asks for, such as <c>REQUEST</c> or <c>CANCEL</c>: the METHOD within the object.</param>
/// <param name="Text">The iCalendar object (RFC 5545).</param>
public sealed record OutgoingCalendar(string Method, string Text);
