namespace Leaderful.Shared.Markdown;

/// <summary>How much is read and how the result fits into a page.</summary>
public sealed record HtmlLimits
{
    /// <summary>What people write here.</summary>
    public static readonly HtmlLimits Post = new();

    /// <summary>HTML mail brought in from elsewhere.</summary>
    public static readonly HtmlLimits Mail = new() { MaxInput = 1024 * 1024 };

    /// <summary>In characters; what lies beyond is not read.</summary>
    public int MaxInput { get; init; } = 64 * 1024;

    /// <summary>Lists, quotes, tables and their rows inside one another; deeper ones keep their text only.</summary>
    public int MaxDepth { get; init; } = 50;

    /// <summary>The page owns the headings above this one.</summary>
    public int TopHeading { get; init; } = 3;

    /// <summary>Only pictures under this path are shown; all others become links, so that nobody learns who reads.</summary>
    public string PicturePrefix { get; init; } = "/files/";

    /// <summary>The last line of defence; all work is linear, so no honest input comes near.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(3);

    internal static int MaxOutput(int inputLength) => (10 * inputLength) + 4096;
}
