namespace Leaderful.Yjs;

/// <summary>Writes what <see cref="DiffRunReader"/> reads.</summary>
internal sealed class DiffRunWriter
{
    readonly Lib0Writer writer = new(32);
    long value;
    long step;
    long count;

    public void Write(long next)
    {
        if (next - value == step) count++;
        else
        {
            Flush();
            (step, count) = (next - value, 1);
        }
        value = next;
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
        // The lowest bit says whether a count follows, so that one less is left for the difference.
        if (Math.Abs(step) > Lib0Reader.LargestInteger / 2) throw new YjsFormatException("A clock is too large for format V2.");
        writer.WriteVarInt((step * 2) + (count > 1 ? 1 : 0));
        if (count > 1) writer.WriteVarUint(count - 2);
    }
}
