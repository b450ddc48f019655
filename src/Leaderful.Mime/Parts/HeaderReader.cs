using System.Text;

namespace Leaderful.Mime;

/// <summary>Reads a header block up to its empty line (RFC 5322, 2.1), and over what does not belong there.</summary>
internal sealed class HeaderReader(ReadOnlyMemory<byte> source, SourceLines lines, BoundaryStack boundaries, MailLimits limits, ProblemList problems)
{
    /// <summary>How far to look whether more fields follow a line that is none.</summary>
    const int LookAheadLines = 8;
    const int LookAheadBytes = 8 * 1024;

    readonly List<MailHeader> fields = [];
    string? name;
    int valueStart, valueEnd, blockStart;
    bool full;

    /// <summary>The mbox line before the first field, or null.</summary>
    public MboxFromLine? FromLine { get; private set; }

    /// <summary>Leaves the position after the empty line, or at the line that cannot belong to the headers.</summary>
    public MailHeaders Read(string where)
    {
        blockStart = lines.Position;
        while (!lines.AtEnd)
        {
            var line = lines.Peek(out var next);
            if (line.IsEmpty)
            {
                lines.Position = next;
                if (IsBlankStart() && FieldFollows(next)) continue;
                break;
            }
            if (boundaries.Match(line).Level >= 0) break;
            if (!Take(line, next, where)) break;
            lines.Position = next;
        }
        Keep(where);
        return new MailHeaders(fields);
    }

    /// <summary>Some exports put empty lines before the message.</summary>
    bool IsBlankStart() => name is null && blockStart == 0 && lines.Position <= LookAheadLines;

    bool Take(ReadOnlySpan<byte> line, int next, string where)
    {
        if (HeaderBytes.IsBlank(line[0]) && name is not null)
        {
            valueEnd = next;
            return true;
        }
        var field = name is null ? line.TrimStart((byte)' ') : line; // some senders indent the very first field
        var length = HeaderBytes.FieldNameLength(field);
        if (length > 0)
        {
            Keep(where);
            name = Encoding.ASCII.GetString(field[..length]);
            valueStart = lines.Position + line.IndexOf((byte)':') + 1;
            valueEnd = next;
            return true;
        }
        return TakeStray(line, next, where);
    }

    /// <summary>A line that is no field: an mbox line, a continuation that lost its blank, or the body begun too early.</summary>
    bool TakeStray(ReadOnlySpan<byte> line, int next, string where)
    {
        if (lines.Position == 0 && MboxFromLine.TryParse(line, out var from))
        {
            FromLine = from;
            return true;
        }
        if (line.StartsWith(">From "u8)) return true;
        if (!FieldFollows(next))
        {
            if (name is not null || line[0] is not ((byte)' ' or (byte)'\t'))
            {
                problems.Add(MailProblemKind.Header, where, "The empty line between headers and body is missing.");
                return false;
            }
            return true;
        }
        problems.Add(MailProblemKind.Header, where, "A line among the headers is no header field; it was read with the field before it.");
        if (name is not null) valueEnd = next;
        return true;
    }

    bool FieldFollows(int position)
    {
        var rest = source.Span[position..];
        rest = rest[..Math.Min(rest.Length, LookAheadBytes)];
        for (var i = 0; i < LookAheadLines && !rest.IsEmpty; i++)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = (end < 0 ? rest : rest[..end]).TrimEnd((byte)'\r');
            if (line.IsEmpty) return false;
            if (HeaderBytes.FieldNameLength(line) > 0) return true;
            rest = end < 0 ? [] : rest[(end + 1)..];
        }
        return false;
    }

    void Keep(string where)
    {
        if (name is null || full) return;
        if (fields.Count >= limits.MaxHeaders || valueEnd - blockStart > limits.MaxHeaderBlockBytes)
        {
            full = fields.Count >= limits.MaxHeaders || valueStart - blockStart > limits.MaxHeaderBlockBytes;
            problems.Add(MailProblemKind.Limit, where, "There are too many headers; the rest was left out.");
            if (full) return;
        }
        var length = valueEnd - valueStart;
        if (length > limits.MaxHeaderBytes)
        {
            problems.Add(MailProblemKind.Limit, name, $"The header is longer than {limits.MaxHeaderBytes} bytes; the rest of it was left out.");
            length = limits.MaxHeaderBytes;
        }
        fields.Add(new MailHeader(name, source.Slice(valueStart, length)));
    }
}
