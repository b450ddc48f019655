namespace Leaderful.Shared.Markdown;

/// <summary>Joins neighbours of one kind, and leaves empty ones out.</summary>
internal sealed class DiffBuilder
{
    private readonly List<DiffSegment> _segments = [];

    public IReadOnlyList<DiffSegment> Segments => _segments;

    public void Add(DiffKind kind, string text)
    {
        if (text.Length == 0) return;
        if (_segments is [.., var last] && last.Kind == kind) _segments[^1] = last with { Text = last.Text + text };
        else _segments.Add(new DiffSegment(kind, text));
    }
}
