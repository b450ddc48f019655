namespace Leaderful.Yjs;

/// <summary>Values: elements of an array, or one value behind a key.</summary>
internal sealed class AnyContent(List<object?> values) : ItemContent
{
    public override byte Ref => ContentRef.Any;

    public override long Length => values.Count;

    public IReadOnlyList<object?> Values => values;

    public override ItemContent Split(long offset)
    {
        var right = new AnyContent(values[(int)offset..]);
        values.RemoveRange((int)offset, values.Count - (int)offset);
        return right;
    }

    public override bool TryMerge(ItemContent right)
    {
        values.AddRange(((AnyContent)right).Values);
        return true;
    }

    public override void Write(Lib0Writer writer, long offset)
    {
        writer.WriteVarUint(values.Count - offset);
        for (var i = (int)offset; i < values.Count; i++) AnyWriter.Write(writer, values[i]);
    }

    public override void AddValues(List<object?> seen) => seen.AddRange(values);
}
