namespace Leaderful.Mime;

/// <summary>What a stretch of an mbox is.</summary>
public enum MboxItemKind
{
    /// <summary>A mail behind its From line.</summary>
    Mail,

    /// <summary>A mail at the start of the file without a From line: the file is a single .eml, or lost its beginning.</summary>
    MailWithoutFromLine,

    /// <summary>Bytes before the first mail that are none; only the first 4 KiB are kept.</summary>
    Garbage,
}
