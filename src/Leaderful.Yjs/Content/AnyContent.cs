namespace Leaderful.Yjs;

/// <summary>Values: elements of an array, or one value behind a key.</summary>
internal sealed class AnyContent : ItemContent
{
    SharedRun<object?> values;

    public AnyContent(object?[] values) => this.values = new(values);

    AnyContent(SharedRun<object?> values) => this.values = values;

    public override byte Ref => ContentRef.Any;

    public ReadOnlySpan<object?> Elements => values.Elements;

    public override long Length => values.Length;

    public override ItemContent Split(long offset) => new AnyContent(values.Split((int)offset));

    public override bool TryMerge(ItemContent right)
    {
        values.Join(((AnyContent)right).values);
        return true;
    }

    public override void Write(Lib0Writer writer, long offset)
    {
        writer.WriteVarUint(values.Length - offset);
        foreach (var value in values.Elements[(int)offset..]) AnyWriter.Write(writer, value);
    }

    public override void AddValues(List<object?> seen) => seen.AddRange(values.Elements);
}
