namespace Leaderful.Shared.Markdown;

/// <summary>A stretch of running text that an author opened; it is written again in each block it spans.</summary>
/// <param name="Kind">Its element.</param>
/// <param name="StartTag">As it will be written.</param>
internal sealed record OpenInline(Element Kind, string StartTag)
{
    /// <summary>How often it was opened within itself; it is written once.</summary>
    public int Times { get; set; } = 1;
}
