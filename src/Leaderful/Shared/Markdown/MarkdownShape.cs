namespace Leaderful.Shared.Markdown;

/// <summary>
/// One look over a text before Markdig sees it. Markdig's time grows with the square (or worse) of a few counts:
/// 3 KB of nested lists took 3.7 s, 64 KB of <c>[](</c> took 3.2 s, 64 KB of table rows made 33 MB. Nobody who writes
/// to people comes near these limits.
/// </summary>
internal static class MarkdownShape
{
    public static bool IsReasonable(ReadOnlySpan<char> text)
    {
        var inlines = new InlineLimit();
        var tables = new TableLimit();
        foreach (var line in text.EnumerateLines())
        {
            if (!NestingLimit.Allows(line) || !inlines.Allows(line) || !tables.Allows(line)) return false;
        }
        return true;
    }
}
