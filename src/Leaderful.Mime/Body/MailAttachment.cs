namespace Leaderful.Mime;

/// <summary>Something that came with the text of a mail.</summary>
public sealed class MailAttachment
{
    readonly Func<ReadOnlyMemory<byte>> decode;
    readonly Lazy<MailMessage?> message;

    internal MailAttachment(MailPart part, MailAttachmentRole role, MailLimits limits)
    {
        (Role, MediaType, ContentId, Disposition) = (role, part.ContentType.MediaType, part.ContentId, part.Disposition?.Kind);
        FileName = MailFileName.Sanitise(part.FileName, MediaType);
        EncodedLength = part.RawBody.Length;
        decode = part.Decode;
        message = new(() => part.Enclosed is { } root ? MailMessage.Of(root, limits) : null);
    }

    /// <summary>A block of uuencoded text out of a plain body.</summary>
    internal MailAttachment(string name, byte[] content)
    {
        (Role, MediaType) = (MailAttachmentRole.File, "application/octet-stream");
        FileName = MailFileName.Sanitise(name, MediaType);
        EncodedLength = content.Length;
        decode = () => content;
        message = new(() => null);
    }

    /// <summary>Why it is there.</summary>
    public MailAttachmentRole Role { get; }

    /// <summary>A file name that is safe to offer and to save under, never empty; see <see cref="MailFileName.Sanitise"/>.</summary>
    public string FileName { get; }

    /// <summary>What the sender says it is, such as <c>image/png</c>. Not to be trusted.</summary>
    public string MediaType { get; }

    /// <summary>Content-ID without brackets, by which HTML names it (<c>cid:</c>), or null.</summary>
    public string? ContentId { get; }

    /// <summary><c>attachment</c>, <c>inline</c>, another word, or null if none was given.</summary>
    public string? Disposition { get; }

    /// <summary>Bytes in the mail; the content is never longer.</summary>
    public int EncodedLength { get; }

    /// <summary>The mail, where this is one (message/rfc822), else null. Read when first asked for.</summary>
    public MailMessage? Message => message.Value;

    /// <summary>The content, decoded anew at each call; damage is skipped over. Never throws.</summary>
    public ReadOnlyMemory<byte> Decode() => decode();

    /// <summary>The content as a stream to read from.</summary>
    public Stream OpenRead()
    {
        var content = Decode();
        return System.Runtime.InteropServices.MemoryMarshal.TryGetArray(content, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);
    }
}
