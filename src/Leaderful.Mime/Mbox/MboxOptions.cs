namespace Leaderful.Mime;

/// <summary>How an mbox is read.</summary>
public sealed record MboxOptions
{
    /// <summary>The options used when none are given.</summary>
    public static MboxOptions Default { get; } = new();

    /// <summary>Bytes kept of one mail; of a larger one the beginning is kept and the item says so. 64 MiB.</summary>
    public int MaxMailBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// Whether one <c>&gt;</c> is taken off lines such as <c>&gt;From </c> and <c>&gt;&gt;From </c>. That is exact for
    /// mboxrd, and for mboxo except where a mail itself held the quoted form.
    /// </summary>
    public bool Unquote { get; init; } = true;
}
