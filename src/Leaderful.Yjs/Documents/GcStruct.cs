namespace Leaderful.Yjs;

/// <summary>What is left of items whose parent was deleted: that they were.</summary>
internal sealed class GcStruct(ClientLog log, long clock, long length) : Struct(log, clock, length)
{
    public override bool Deleted => true;

    public override bool TryMerge(Struct right)
    {
        if (right is not GcStruct) return false;
        Length += right.Length;
        return true;
    }

    public override void Write(Lib0Writer writer, long offset)
    {
        writer.WriteByte(ContentRef.Gc);
        writer.WriteVarUint(Length - offset);
    }
}
