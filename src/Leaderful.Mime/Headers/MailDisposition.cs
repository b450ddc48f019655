namespace Leaderful.Mime;

/// <summary>A Content-Disposition field (RFC 2183).</summary>
public sealed class MailDisposition
{
    MailDisposition(string kind, MailParameters parameters) => (Kind, Parameters) = (kind, parameters);

    /// <summary><c>attachment</c>, <c>inline</c> or another word, in lower case. Unknown words mean attachment (RFC 2183, 2.8).</summary>
    public string Kind { get; }

    /// <summary>The parameters, such as <c>filename</c>.</summary>
    public MailParameters Parameters { get; }

    internal bool IsInline => string.Equals(Kind, "inline", StringComparison.Ordinal);

    internal static MailDisposition? Parse(ReadOnlySpan<byte> line)
    {
        var end = line.IndexOf((byte)';');
        var kind = MailContentType.Token(end < 0 ? line : line[..end]);
        if (kind is not null) return new MailDisposition(kind, end < 0 ? MailParameters.None : MailParameters.Parse(line[(end + 1)..]));
        // A sender who forgot the word still gave the name.
        return line.IndexOf((byte)'=') < 0 ? null : new MailDisposition("attachment", MailParameters.Parse(line));
    }
}
