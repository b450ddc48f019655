namespace Leaderful.Shared.Markdown;

/// <summary>
/// Running text. Authors' tags only say what is wanted; tags are written when content comes, so overlapping,
/// unclosed and empty ones come out nested, closed or not at all.
/// </summary>
internal sealed partial class SafeHtmlWriter
{
    private readonly List<OpenInline> _wanted = [];
    private readonly List<OpenInline> _written = [];

    private int InlineBase
    {
        get
        {
            for (var i = _containers.Count - 1; i > 0; i--)
                if (_containers[i].Kind.IsCell) return Math.Min(_containers[i].InlinesBefore, _wanted.Count);
            return 0;
        }
    }

    public bool InLink => _wanted.Exists(inline => inline.Kind == Element.A);

    public void StartInline(Element kind, string? startTag = null)
    {
        if (kind == Element.A) EndInline(kind, everywhere: true);
        else if (_wanted.Find(inline => inline.Kind == kind) is { } open)
        {
            open.Times++;
            return;
        }
        _wanted.Add(new OpenInline(kind, startTag ?? $"<{AllowedElements.NameOf(kind)}>"));
    }

    public void EndInline(Element kind, bool everywhere = false)
    {
        var index = _wanted.FindLastIndex(inline => inline.Kind == kind);
        if (index < (everywhere ? 0 : InlineBase)) return;
        if (--_wanted[index].Times == 0) _wanted.RemoveAt(index);
    }

    /// <summary>Within a link already, text stays text.</summary>
    public void LinkedText(string url, ReadOnlySpan<char> text)
    {
        var nested = InLink;
        if (!nested) StartInline(Element.A, StartTags.Link(url));
        Text(text);
        if (!nested) EndInline(Element.A, everywhere: true);
    }

    /// <summary>Only what browsers carry over into the next block is carried over.</summary>
    private void DropBlockBound() => _wanted.RemoveAll(inline => inline.Kind.EndsWithBlock);

    private void SyncInlines()
    {
        var same = SharedInlines();
        CloseInlines(downTo: same);
        for (var i = same; i < _wanted.Count; i++)
        {
            _output.Append(_wanted[i].StartTag);
            _written.Add(_wanted[i]);
        }
    }

    private int SharedInlines()
    {
        var same = 0;
        while (same < _written.Count && same < _wanted.Count && ReferenceEquals(_written[same], _wanted[same])) same++;
        return same;
    }

    private void CloseInlines(int downTo = 0)
    {
        for (var i = _written.Count - 1; i >= downTo; i--)
        {
            WriteEnd(_written[i].Kind);
            _written.RemoveAt(i);
        }
    }

    private int LengthOfInlines()
    {
        var length = 64;
        foreach (var inline in _wanted) length += inline.StartTag.Length + 16;
        return length;
    }
}
