namespace Leaderful.Yjs;

/// <summary>Bytes, as one element.</summary>
internal sealed class BinaryContent(byte[] bytes) : ItemContent
{
    public override byte Ref => ContentRef.Binary;

    public override void Write(Lib0Writer writer, long offset) => writer.WriteBytes(bytes);

    public override void AddValues(List<object?> values) => values.Add(bytes);
}
