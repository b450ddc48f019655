namespace Leaderful.Yjs;

/// <summary>A column of bytes where a value is followed by how often it repeats; the last one repeats for ever (lib0's RleDecoder).</summary>
internal ref struct RunReader(ReadOnlySpan<byte> bytes)
{
    Lib0Reader reader = new(bytes);
    byte value;
    long left;
    bool forever;

    public byte Read()
    {
        if (left == 0 && !forever)
        {
            value = reader.ReadByte();
            forever = reader.Remaining == 0;
            left = forever ? 0 : reader.ReadVarUint() + 1;
        }
        if (!forever) left--;
        return value;
    }
}
