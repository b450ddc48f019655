namespace Leaderful.Yjs;

/// <summary>
/// Text. Pieces share a buffer: cutting copies nothing, joining what was cut neither, and the piece at the end of a buffer can
/// grow into the room behind it.
/// </summary>
internal sealed class TextContent : ItemContent
{
    char[] buffer;
    int start;
    int length;

    /// <summary>How far this piece may grow; behind it another one begins.</summary>
    int limit;

    public TextContent(char[] text) => (buffer, length, limit) = (text, text.Length, text.Length);

    TextContent(char[] buffer, int start, int length, int limit) => (this.buffer, this.start, this.length, this.limit) = (buffer, start, length, limit);

    public override byte Ref => ContentRef.String;

    public override long Length => length;

    public ReadOnlySpan<char> Text => buffer.AsSpan(start, length);

    public override ItemContent Split(long offset)
    {
        var at = (int)offset;
        if (char.IsHighSurrogate(buffer[start + at - 1]) && char.IsLowSurrogate(buffer[start + at])) Halve(at);
        var right = new TextContent(buffer, start + at, length - at, limit);
        (length, limit) = (at, start + at);
        return right;
    }

    public override bool TryMerge(ItemContent right)
    {
        var next = (TextContent)right;
        if (buffer == next.buffer && start + length == next.start) (length, limit) = (length + next.length, next.limit);
        else Append(next.Text);
        return true;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        if (limit - start - length < text.Length) Move(length + text.Length);
        text.CopyTo(buffer.AsSpan(start + length));
        length += text.Length;
    }

    public override void Write(Lib0Writer writer, long offset) => writer.WriteString(Text[(int)offset..]);

    public override void AddValues(List<object?> values)
    {
        foreach (var unit in Text) values.Add(unit.ToString());
    }

    /// <summary>A pair of surrogates that is cut is lost on both sides: half of one cannot be sent. Yjs does the same.</summary>
    void Halve(int at)
    {
        var own = Text.ToArray();
        own[at - 1] = own[at] = '\uFFFD';
        (buffer, start, limit) = (own, 0, own.Length);
    }

    void Move(int needed)
    {
        var larger = new char[Math.Max(needed, Math.Min(length * 2L, length + (1L << 20)))];
        Text.CopyTo(larger);
        (buffer, start, limit) = (larger, 0, larger.Length);
    }
}
