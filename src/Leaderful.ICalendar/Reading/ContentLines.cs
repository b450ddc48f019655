namespace Leaderful.ICalendar;

/// <summary>
/// Takes bytes apart into unfolded lines (RFC 5545, 3.1). Folds are undone before the bytes are read as UTF-8, since they may
/// stand within a character. Lines end with CR LF, LF or CR.
/// </summary>
internal ref struct ContentLines(ReadOnlySpan<byte> source, int longest)
{
    ReadOnlySpan<byte> rest = source;
    byte[] joined = [];
    int next = 1;

    /// <summary>The number of the line at which the current one begins, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Whether the current line was longer than allowed; it is empty then.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The next line, unfolded; valid until the next is asked for.</summary>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        line = default;
        if (rest.IsEmpty) return false;
        Number = next;
        line = Physical();
        IsTooLong = line.Length > longest;
        if (IsFold()) line = Join(line);
        if (IsTooLong) line = default;
        return true;
    }

    readonly bool IsFold() => !rest.IsEmpty && rest[0] is (byte)' ' or (byte)'\t';

    ReadOnlySpan<byte> Join(scoped ReadOnlySpan<byte> first)
    {
        var length = 0;
        Append(first, ref length);
        while (IsFold()) Append(Physical()[1..], ref length);
        return joined.AsSpan(0, length);
    }

    void Append(scoped ReadOnlySpan<byte> piece, ref int length)
    {
        if (piece.Length > longest - length) IsTooLong = true;
        if (IsTooLong) return;
        if (length + piece.Length > joined.Length) Array.Resize(ref joined, Math.Max(1024, 2 * (length + piece.Length)));
        piece.CopyTo(joined.AsSpan(length));
        length += piece.Length;
    }

    ReadOnlySpan<byte> Physical()
    {
        next++;
        var end = rest.IndexOfAny((byte)'\r', (byte)'\n');
        if (end < 0) end = rest.Length;
        var line = rest[..end];
        var after = rest[end..];
        rest = after.StartsWith("\r\n"u8) ? after[2..] : after.IsEmpty ? after : after[1..];
        return line;
    }
}
