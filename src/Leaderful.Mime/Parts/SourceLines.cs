namespace Leaderful.Mime;

/// <summary>Walks over a message line by line. A message without any line feed is one of the old Macintosh: its lines end in CR.</summary>
internal sealed class SourceLines(ReadOnlyMemory<byte> source)
{
    readonly byte end = source.Span.Contains((byte)'\n') ? (byte)'\n' : (byte)'\r';

    /// <summary>The start of the next line.</summary>
    public int Position { get; set; }

    public bool AtEnd => Position >= source.Length;

    public ReadOnlyMemory<byte> Slice(int start, int to) => source[start..Math.Max(start, to)];

    /// <summary>The line at the position, without its line end, and the position after it.</summary>
    public ReadOnlySpan<byte> Peek(out int next)
    {
        var rest = source.Span[Position..];
        var length = rest.IndexOf(end);
        next = length < 0 ? source.Length : Position + length + 1;
        var line = length < 0 ? rest : rest[..length];
        return line.EndsWith("\r"u8) ? line[..^1] : line;
    }

    /// <summary>Where the text before a delimiter ends: the line break before it belongs to the delimiter (RFC 2046, 5.1.1).</summary>
    public int WithoutLineEnd(int start, int position)
    {
        var span = source.Span;
        if (position > start && span[position - 1] == end) position--;
        if (position > start && end == '\n' && span[position - 1] == '\r') position--;
        return position;
    }
}
