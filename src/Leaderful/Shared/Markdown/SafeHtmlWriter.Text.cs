namespace Leaderful.Shared.Markdown;

/// <summary>Content: what a reader sees.</summary>
internal sealed partial class SafeHtmlWriter
{
    public void Text(ReadOnlySpan<char> text)
    {
        if (SafeText.IsBlank(text) && !InPre)
        {
            if (_leaf != Element.None && !_lineStart && !_pendingLine && HasSpace(text)) KeepSpace();
            return;
        }
        if (InPre && IsNothing(text)) return;
        if (!StartContent(5 * text.Length, startsWithSpace: SafeText.IsSpace(text[0]))) return;
        if (_leaf == Element.Pre) WriteLiteral(text);
        else WriteCollapsed(text);
    }

    /// <summary>A line end. At the start of a block it would only be empty space, so it is left out.</summary>
    public void Break()
    {
        _pendingSpace = false;
        if (InPre)
        {
            Text("\n");
            return;
        }
        if (_leaf == Element.None || !HasRoomFor(16)) return;
        FlushLine();
        WriteBreak();
    }

    public void Picture(string url, ReadOnlySpan<char> alt)
    {
        if (!StartContent((6 * (url.Length + alt.Length)) + 64)) return;
        _output.Append("<img src=\"");
        SafeText.AppendAttribute(_output, url);
        _output.Append("\" alt=\"");
        SafeText.AppendAttribute(_output, alt);
        _output.Append("\" loading=\"lazy\">");
    }

    /// <summary>A task's box. Only in front of an item, always disabled, its state said without words of any language.</summary>
    public void Checkbox(bool ticked)
    {
        if (_leaf != Element.None || _containers[^1] is not { Kind: Element.Li, HasContent: false }) return;
        if (!StartContent(128)) return;
        _output.Append(ticked
            ? "<input type=\"checkbox\" disabled checked aria-label=\"☑\">"
            : "<input type=\"checkbox\" disabled aria-label=\"☐\">");
    }

    private bool StartContent(int length, bool startsWithSpace = false)
    {
        if (!HasRoomFor(length + LengthOfInlines() + 128)) return false;
        if (_leaf == Element.None) OpenLeaf();
        FlushLine();
        if (startsWithSpace && !_lineStart && _leaf != Element.Pre) KeepSpace();
        if (_pendingSpace) _output.Append(' ');
        _pendingSpace = false;
        SyncInlines();
        _lineStart = false;
        return true;
    }

    /// <summary>A space stands outside the stretch that ended before it.</summary>
    private void KeepSpace()
    {
        if (!_pendingSpace) CloseInlines(downTo: SharedInlines());
        _pendingSpace = true;
    }

    private void FlushLine()
    {
        if (!_pendingLine) return;
        _pendingLine = _pendingSpace = false;
        WriteBreak();
    }

    private void WriteBreak()
    {
        CloseInlines(downTo: SharedInlines());
        if (_leaf == Element.Pre) _output.Append('\n');
        else WriteStart(Element.Br);
        _lineStart = true;
    }

    private void WriteCollapsed(ReadOnlySpan<char> text)
    {
        var space = false;
        var started = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (SafeText.IsSpace(c))
            {
                space = true;
                continue;
            }
            if (SafeText.IsIgnored(c)) continue;
            if (space && started) _output.Append(' ');
            space = false;
            started = true;
            SafeText.Append(_output, SafeText.WholeOrReplaced(text, i));
        }
        _pendingSpace = space;
    }

    private void WriteLiteral(ReadOnlySpan<char> text)
    {
        while (SafeText.IsIgnored(text[0])) text = text[1..];

        // The parser eats a line end right after <pre>
        if (text[0] is '\n' or '\r' && _output[^1] == '>' && EndsWith("<pre>")) _output.Append('\n');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                if (i + 1 < text.Length && text[i + 1] == '\n') continue;
                c = '\n';
            }
            if (c == '\f') c = '\n';
            if (!SafeText.IsIgnored(c)) SafeText.Append(_output, char.IsSurrogate(c) ? SafeText.WholeOrReplaced(text, i) : c);
        }
        _lineStart = text[^1] is '\n' or '\r';
    }

    private bool EndsWith(string tag)
    {
        if (_output.Length < tag.Length) return false;
        for (var i = 0; i < tag.Length; i++)
            if (_output[_output.Length - tag.Length + i] != tag[i]) return false;
        return true;
    }

    private static bool HasSpace(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (SafeText.IsSpace(c)) return true;
        return false;
    }

    /// <summary>Nothing at all would be written.</summary>
    private static bool IsNothing(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!SafeText.IsIgnored(c)) return false;
        return true;
    }
}
