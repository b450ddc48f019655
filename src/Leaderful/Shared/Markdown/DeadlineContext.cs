using System.Diagnostics;
using Markdig;

namespace Leaderful.Shared.Markdown;

/// <summary>How long one text may take. Markdig cannot be cancelled, so <see cref="DeadlineParser"/> looks at the clock.</summary>
internal sealed class DeadlineContext(TimeSpan limit) : MarkdownParserContext
{
    private readonly long _start = Stopwatch.GetTimestamp();

    public void ThrowIfOver()
    {
        if (Stopwatch.GetElapsedTime(_start) > limit) throw new TimeoutException();
    }
}
