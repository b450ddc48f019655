namespace Leaderful.Mime;

/// <summary>One parameter as it stands in the header: perhaps a piece of a longer one, perhaps percent-encoded.</summary>
/// <param name="Name">The name without the marks of RFC 2231.</param>
/// <param name="Value">The value without its quotes.</param>
/// <param name="Section">The number of a continuation (<c>name*2</c>), or -1.</param>
/// <param name="Encoded">Whether the name ended in an asterisk.</param>
internal sealed record MailParameter(string Name, byte[] Value, int Section, bool Encoded);
