namespace Leaderful.Mime;

/// <summary>One mail of an mbox, not yet parsed.</summary>
/// <param name="Kind">Whether it is a mail.</param>
/// <param name="Number">The number of the mail in the file, from 1; 0 for garbage.</param>
/// <param name="Offset">Where it starts in the stream, in bytes: its From line, or its first byte if it has none.</param>
/// <param name="Length">Its length in the stream in bytes, From line and closing blank line included.</param>
/// <param name="FromLine">The From line, or null.</param>
/// <param name="Bytes">The mail without the From line and the closing blank line, unquoted. An array of its own, valid for ever.</param>
/// <param name="IsTruncated">Whether the mail was larger than the limit and only its beginning was kept.</param>
public sealed record MboxItem(MboxItemKind Kind, long Number, long Offset, long Length, MboxFromLine? FromLine, ReadOnlyMemory<byte> Bytes, bool IsTruncated)
{
    /// <summary>Parses the mail. Never throws.</summary>
    public MailMessage Parse(MailLimits? limits = null) => MailMessage.Parse(Bytes, limits);

    /// <summary>The mail's own date, or else that of the From line.</summary>
    public DateTimeOffset? BestDate(MailMessage parsed) => parsed.BestDate ?? FromLine?.Date;
}
