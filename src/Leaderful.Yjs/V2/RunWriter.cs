namespace Leaderful.Yjs;

/// <summary>Writes what <see cref="RunReader"/> reads.</summary>
internal sealed class RunWriter
{
    readonly Lib0Writer writer = new(32);
    int value = -1;
    long count;

    public void Write(byte next)
    {
        if (next == value)
        {
            count++;
            return;
        }
        if (count > 0) writer.WriteVarUint(count - 1);
        writer.WriteByte(next);
        (value, count) = (next, 1);
    }

    public ReadOnlySpan<byte> Finish() => writer.Written;
}
