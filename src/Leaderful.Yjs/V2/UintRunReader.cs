namespace Leaderful.Yjs;

/// <summary>A column of whole numbers; a minus says that a count follows (lib0's UintOptRleDecoder).</summary>
internal ref struct UintRunReader
{
    Lib0Reader reader;
    long value;
    long left;

    public UintRunReader(ReadOnlySpan<byte> bytes) => reader = new Lib0Reader(bytes);

    /// <summary>Goes on with a column whose beginning somebody else has read.</summary>
    public UintRunReader(Lib0Reader begun) => reader = begun;

    public long Read()
    {
        if (left == 0)
        {
            (value, var repeats) = reader.ReadVarInt();
            left = repeats ? reader.ReadVarUint() + 2 : 1;
        }
        left--;
        return value;
    }
}
