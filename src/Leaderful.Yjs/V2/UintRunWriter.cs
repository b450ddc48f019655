namespace Leaderful.Yjs;

/// <summary>Writes what <see cref="UintRunReader"/> reads.</summary>
internal sealed class UintRunWriter
{
    readonly Lib0Writer writer = new(32);
    long value;
    long count;

    public void Write(long next)
    {
        if (next == value)
        {
            count++;
            return;
        }
        Flush();
        (value, count) = (next, 1);
    }

    public ReadOnlySpan<byte> Finish()
    {
        Flush();
        count = 0;
        return writer.Written;
    }

    void Flush()
    {
        if (count == 0) return;
        writer.WriteVarInt(value, negative: count > 1);
        if (count > 1) writer.WriteVarUint(count - 2);
    }
}
