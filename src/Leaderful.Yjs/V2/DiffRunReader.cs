namespace Leaderful.Yjs;

/// <summary>A column of clocks as differences; an odd difference says that a count follows (lib0's IntDiffOptRleDecoder).</summary>
internal ref struct DiffRunReader(ReadOnlySpan<byte> bytes)
{
    Lib0Reader reader = new(bytes);
    long value;
    long step;
    long left;

    public long Read()
    {
        if (left == 0)
        {
            var (size, negative) = reader.ReadVarInt();
            var coded = negative ? -size : size;
            step = coded >> 1;
            left = (coded & 1) != 0 ? reader.ReadVarUint() + 2 : 1;
        }
        left--;
        value += step;
        return value is >= 0 and <= Lib0Reader.LargestInteger ? value : throw new YjsFormatException("A clock is out of range.");
    }
}
