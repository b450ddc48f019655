namespace Leaderful.Mime;

/// <summary>Gives every line its kind: first the marked quotations, then the lines that open something, from the top.</summary>
internal sealed class TextSorter(string text, List<TextLine> lines)
{
    /// <summary>Two hyphens without the blank of RFC 3676, 4.3 are a signature only if no more than this follows.</summary>
    const int LongestLooseSignature = 12;

    /// <summary>Header lines under a forwarding marker.</summary>
    const int LongestHeaderBlock = 20;

    public void Sort()
    {
        foreach (var line in lines)
        {
            line.Depth = QuoteMark.Depth(text.AsSpan(line.Start, line.Length));
            if (line.Depth > 0) line.Kind = MailTextKind.Quoted;
        }
        JoinBlankLines();
        JoinAttributions();
        MarkOpeners();
    }

    /// <summary>Blank lines between quoted ones belong to the quotation, at the shallower depth.</summary>
    void JoinBlankLines()
    {
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i - 1].Kind != MailTextKind.Quoted || !lines[i].IsBlank(text)) continue;
            var next = i;
            while (next < lines.Count && lines[next].IsBlank(text)) next++;
            if (next < lines.Count && lines[next].Kind == MailTextKind.Quoted) Mark(i, next, MailTextKind.Quoted, Math.Min(lines[i - 1].Depth, lines[next].Depth));
            i = next;
        }
    }

    void JoinAttributions()
    {
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].Kind != MailTextKind.Quoted || lines[i - 1].Kind == MailTextKind.Quoted) continue;
            if (Attribution.Start(text, lines, i) is { } start) Mark(start, i, MailTextKind.Quoted, lines[i].Depth);
        }
    }

    /// <summary>Signatures, footers and forwards hold on over unmarked lines until the next of them.</summary>
    void MarkOpeners()
    {
        var (current, depth) = (MailTextKind.Said, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind == MailTextKind.Quoted)
            {
                if (current is MailTextKind.Signature or MailTextKind.ListFooter) current = MailTextKind.Said;
                continue;
            }
            if (Opened(i, current) is { } opened)
            {
                current = opened;
                if (opened == MailTextKind.ForwardedHeader)
                {
                    var body = HeaderBlockEnd(i);
                    Mark(i, body, MailTextKind.ForwardedHeader, 0);
                    (current, depth) = ForwardMark.IsOriginal(lines[i].Content(text)) ? (MailTextKind.Quoted, 1) : (MailTextKind.Forwarded, 0);
                    i = body - 1;
                    continue;
                }
            }
            Mark(i, i + 1, current, current == MailTextKind.Quoted ? depth : 0);
        }
    }

    MailTextKind? Opened(int i, MailTextKind current)
    {
        if (current is MailTextKind.Forwarded or MailTextKind.Quoted) return null; // its signatures are its own
        if (Block(i) is var block and not MailTextKind.Said) return block;
        if (current == MailTextKind.Said && (SignatureMark.IsStandard(text.AsSpan(lines[i].Start, lines[i].Length)) || IsLooseSignature(i))) return MailTextKind.Signature;
        return null;
    }

    MailTextKind Block(int i) => lines[i].Opens ??=
        ForwardMark.Is(text, lines, i) ? MailTextKind.ForwardedHeader
        : ListFooter.Starts(text, lines, i) ? MailTextKind.ListFooter
        : MailTextKind.Said;

    bool IsLooseSignature(int i)
    {
        var content = lines[i].Content(text);
        if (!SignatureMark.IsLoose(content) && !SignatureMark.IsDevice(content)) return false;
        for (var next = i + 1; next < lines.Count && lines[next].Kind != MailTextKind.Quoted; next++)
        {
            if (next - i > LongestLooseSignature) return false;
            if (Block(next) != MailTextKind.Said) return true;
        }
        return true;
    }

    int HeaderBlockEnd(int i)
    {
        var end = i + 1;
        while (end < lines.Count && lines[end].IsBlank(text)) end++;
        if (end == lines.Count || !ForwardMark.IsHeaderLine(lines[end].Content(text))) return end;
        while (end < lines.Count && end - i < LongestHeaderBlock && !lines[end].IsBlank(text) && lines[end].Kind != MailTextKind.Quoted) end++;
        while (end < lines.Count && lines[end].IsBlank(text)) end++;
        return end;
    }

    void Mark(int from, int to, MailTextKind kind, int depth)
    {
        for (var i = from; i < to; i++) (lines[i].Kind, lines[i].Depth) = (kind, depth);
    }
}
