namespace Leaderful.Mime;

/// <summary>
/// Sorts lines into mails. Looks at a line only when it and the line after it, or enough of both, are in the window, so
/// the outcome does not depend on how the stream was cut into reads.
/// </summary>
internal sealed class MboxSplitter(MboxOptions options) : IDisposable
{
    /// <summary>How much of two lines must be seen to tell whether the first is a From line.</summary>
    const int Sight = 4096;
    const int GarbageKept = 4096;

    readonly MailBuffer kept = new();
    MboxItemKind kind = MboxItemKind.Garbage;
    MboxFromLine? fromLine;
    long itemStart;
    long mails;
    bool inLine;
    bool afterBlank = true;
    bool sawText;

    /// <summary>Reads one line or a piece of a long one from the window. Null when more of the stream must be seen first.</summary>
    public MboxStep? Step(MboxWindow window)
    {
        var bytes = window.Unread;
        if (bytes.IsEmpty || (bytes.Length < 2 * Sight && !window.IsLast)) return null;
        if (window.Offset == 0 && bytes.StartsWith("\uFEFF"u8))
        {
            window.Consume(3);
            return default(MboxStep);
        }
        if (inLine) return Continue(window, bytes);
        if (bytes[0] == 'F' && FromLineRule.Accepts(bytes, afterBlank, isFirst: !sawText, out var from)) return Begin(window, bytes, from);
        return AddLine(window, bytes);
    }

    public MboxItem? Finish(long end) => End(end);

    public void Dispose() => kept.Dispose();

    MboxStep Begin(MboxWindow window, ReadOnlySpan<byte> bytes, MboxFromLine from)
    {
        var item = End(window.Offset);
        (kind, fromLine, itemStart, sawText, afterBlank) = (MboxItemKind.Mail, from, window.Offset, true, false);
        var end = bytes.IndexOf((byte)'\n');
        // The rest of a From line beyond the window would be no From line, but must not become a header either.
        window.Consume(end < 0 ? bytes.Length : end + 1);
        return new MboxStep(item);
    }

    MboxStep AddLine(MboxWindow window, ReadOnlySpan<byte> bytes)
    {
        if (!sawText) Settle(window, bytes);
        var isQuoted = options.Unquote && kind == MboxItemKind.Mail && IsQuotedFrom(bytes[..Math.Min(bytes.Length, Sight)]);
        afterBlank = bytes[0] == '\n' || bytes.StartsWith("\r\n"u8);
        if (!isQuoted) return Continue(window, bytes);
        window.Consume(1);
        return Continue(window, bytes[1..]);
    }

    static bool IsQuotedFrom(ReadOnlySpan<byte> line) => line[0] == '>' && line.TrimStart((byte)'>').StartsWith("From "u8);

    /// <summary>What the bytes before any From line are: the beginning of a mail, or garbage.</summary>
    void Settle(MboxWindow window, ReadOnlySpan<byte> bytes)
    {
        if (bytes[0] is (byte)'\r' or (byte)'\n') return;
        (sawText, itemStart) = (true, window.Offset);
        if (HeaderBytes.FieldNameLength(bytes) > 0) kind = MboxItemKind.MailWithoutFromLine;
    }

    MboxStep Continue(MboxWindow window, ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        inLine = end < 0;
        var line = end < 0 ? bytes : bytes[..(end + 1)];
        if (sawText) kept.Add(line, kind == MboxItemKind.Garbage ? GarbageKept : options.MaxMailBytes);
        window.Consume(line.Length);
        return default;
    }

    MboxItem? End(long offset)
    {
        if (!sawText) return null;
        if (kind != MboxItemKind.Garbage) mails++;
        if (kind == MboxItemKind.Mail) kept.TrimBlankLine();
        return new MboxItem(kind, kind == MboxItemKind.Garbage ? 0 : mails, itemStart, offset - itemStart, fromLine, kept.Take(out var truncated), truncated);
    }
}
