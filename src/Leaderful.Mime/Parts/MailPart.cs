namespace Leaderful.Mime;

/// <summary>A node of the message's tree: headers and a body, which may be further parts (RFC 2045, 2.4 to 2.6).</summary>
public sealed class MailPart
{
    internal MailPart(string path, MailHeaders headers, MailContentType contentType)
    {
        (Path, Headers, ContentType) = (path, headers, contentType);
        Disposition = headers.Find("Content-Disposition") is { } field ? MailDisposition.Parse(field.Unfold()) : null;
        Encoding = BodyDecoder.Encoding(headers);
    }

    /// <summary>The place in the tree, such as <c>1.2</c>; empty for the message itself.</summary>
    public string Path { get; }

    /// <summary>The header fields.</summary>
    public MailHeaders Headers { get; }

    /// <summary>The content type; where the field is missing or broken, the default (RFC 2045, 5.2).</summary>
    public MailContentType ContentType { get; }

    /// <summary>The disposition, or null if none is given.</summary>
    public MailDisposition? Disposition { get; }

    /// <summary>The transfer encoding of the body.</summary>
    public TransferEncoding Encoding { get; }

    /// <summary>Content-ID without brackets (RFC 2392), or null.</summary>
    public string? ContentId => Headers.Find("Content-ID") is { } header && MessageIds.Parse(header.Unfold(), 1) is [var id, ..] ? id : null;

    /// <summary>The file name as the sender gave it, decoded but not safe to use; see <see cref="MailFileName.Sanitise"/>. Null if none.</summary>
    public string? FileName => Disposition?.Parameters["filename"] is { Length: > 0 } name ? name : ContentType.Parameters["name"] is { Length: > 0 } old ? old : null;

    /// <summary>The body as it came, a slice of the source. For a multipart: everything after the headers.</summary>
    public ReadOnlyMemory<byte> RawBody { get; internal set; }

    /// <summary>The parts of a multipart; empty for others, and for a multipart whose boundary was never found.</summary>
    public IReadOnlyList<MailPart> Children { get; internal set; } = [];

    /// <summary>The root of the message that a message/rfc822 part holds, or null.</summary>
    public MailPart? Enclosed { get; internal set; }

    /// <summary>
    /// The body with its transfer encoding undone: a slice of the source where nothing had to be decoded, else a fresh
    /// array no larger than the raw body. Damage is skipped over. Decodes anew at each call.
    /// </summary>
    public ReadOnlyMemory<byte> Decode() => BodyDecoder.Decode(this, out _);

    /// <summary>
    /// The body as text, by the charset it names, or by what its bytes are where that is missing, unknown or wrong. Damage becomes U+FFFD;
    /// line ends stay as they are. Decodes anew at each call.
    /// </summary>
    public string DecodeText() => Charset.Decode(Decode().Span, ContentType.Parameters["charset"], out _);

    /// <summary>This part and all below it, outermost first; enclosed messages are not entered.</summary>
    public IEnumerable<MailPart> Walk() => Children.SelectMany(child => child.Walk()).Prepend(this);

    internal string Where => Path.Length == 0 ? "message" : $"part {Path}";
}
