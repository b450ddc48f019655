using System.Diagnostics;
using Markdig;

namespace Leaderful.Shared.Markdown;

/// <summary>How long one text may take. Markdig cannot be cancelled, so <see cref="DeadlineParser"/> looks at the clock.</summary>
internal sealed class DeadlineContext(TimeSpan limit, IReadOnlyDictionary<string, string>? names = null) : MarkdownParserContext
{
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>Whom the text may call by name, and the address of each.</summary>
    public IReadOnlyDictionary<string, string>? Names => names;

    public void ThrowIfOver()
    {
        if (Stopwatch.GetElapsedTime(_start) > limit) throw new TimeoutException();
    }
}
