namespace Leaderful.Mime;

/// <summary>How much of a message is read. A message beyond a limit is still read up to it, and the limit is reported as a <see cref="MailProblem"/>.</summary>
public sealed record MailLimits
{
    /// <summary>The limits used when none are given.</summary>
    public static MailLimits Default { get; } = new();

    /// <summary>Levels of multiparts and enclosed messages; what lies deeper is kept as an opaque body.</summary>
    public int MaxDepth { get; init; } = 32;

    /// <summary>Parts in one message, over all levels; further parts are skipped.</summary>
    public int MaxParts { get; init; } = 1000;

    /// <summary>Header fields of one part; further fields are skipped.</summary>
    public int MaxHeaders { get; init; } = 1000;

    /// <summary>Bytes of one header field's value; the rest of the value is dropped.</summary>
    public int MaxHeaderBytes { get; init; } = 64 * 1024;

    /// <summary>Bytes of all header fields of one part; further fields are skipped.</summary>
    public int MaxHeaderBlockBytes { get; init; } = 1024 * 1024;

    /// <summary>Addresses or ids taken from one header field.</summary>
    public int MaxListItems { get; init; } = 1000;

    /// <summary>Bytes of decoded text in the readable body, over all its parts. Attachments are not counted: they are decoded one at a time, when asked for.</summary>
    public int MaxTextBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Problems listed for one message.</summary>
    public int MaxProblems { get; init; } = 100;
}
