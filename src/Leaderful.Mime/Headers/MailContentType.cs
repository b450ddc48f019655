using System.Text;

namespace Leaderful.Mime;

/// <summary>A Content-Type field (RFC 2045, 5).</summary>
public sealed class MailContentType
{
    internal MailContentType(string type, string subtype, MailParameters parameters) => (Type, Subtype, Parameters) = (type, subtype, parameters);

    /// <summary>The type in lower case, such as <c>text</c>.</summary>
    public string Type { get; }

    /// <summary>The subtype in lower case, such as <c>plain</c>.</summary>
    public string Subtype { get; }

    /// <summary>The parameters, such as <c>charset</c> and <c>boundary</c>.</summary>
    public MailParameters Parameters { get; }

    /// <summary>Type and subtype, such as <c>text/plain</c>: letters, digits and a few signs only.</summary>
    public string MediaType => $"{Type}/{Subtype}";

    internal bool Is(string type, string subtype) =>
        string.Equals(Type, type, StringComparison.Ordinal) && string.Equals(Subtype, subtype, StringComparison.Ordinal);

    internal bool IsMultipart => string.Equals(Type, "multipart", StringComparison.Ordinal);

    /// <summary>What a part is that does not say: text (RFC 2045, 5.2), or a message within a digest (RFC 2046, 5.1.5).</summary>
    internal static MailContentType Default(bool inDigest) =>
        inDigest ? new("message", "rfc822", MailParameters.None) : new("text", "plain", MailParameters.None);

    /// <summary>Null if the field names no type and subtype.</summary>
    internal static MailContentType? Parse(ReadOnlySpan<byte> line)
    {
        var end = line.IndexOf((byte)';');
        var media = end < 0 ? line : line[..end];
        if (media.IndexOf((byte)'(') is var comment and >= 0) media = media[..comment];
        media = HeaderBytes.Trim(media).Trim((byte)'"');
        var slash = media.IndexOf((byte)'/');
        if (slash < 0) return Bare(media, line);
        var (type, subtype) = (Token(media[..slash]), Token(media[(slash + 1)..]));
        if (type is null || subtype is null) return null;
        return new MailContentType(type, subtype, end < 0 ? MailParameters.None : MailParameters.Parse(line[(end + 1)..]));
    }

    /// <summary>Before MIME was settled, <c>text</c> alone was a content type (RFC 1049); some still send it.</summary>
    static MailContentType? Bare(ReadOnlySpan<byte> media, ReadOnlySpan<byte> line) =>
        Ascii.EqualsIgnoreCase(media, "text"u8) ? new("text", "plain", MailParameters.Parse(line[media.Length..].TrimStart((byte)';'))) : null;

    internal static string? Token(ReadOnlySpan<byte> bytes)
    {
        bytes = HeaderBytes.Trim(bytes);
        if (bytes.IndexOfAny((byte)' ', (byte)'\t') is var blank and > 0) bytes = bytes[..blank];
        if (bytes.Length is 0 or > 100) return null;
        foreach (var b in bytes)
        {
            if (!char.IsAsciiLetterOrDigit((char)b) && !"!#$&-^_.+"u8.Contains(b)) return null;
        }
        return Encoding.ASCII.GetString(bytes).ToLowerInvariant();
    }
}
