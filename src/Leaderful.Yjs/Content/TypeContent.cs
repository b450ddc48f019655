namespace Leaderful.Yjs;

/// <summary>A shared type within another.</summary>
internal sealed class TypeContent(Branch branch) : ItemContent
{
    public override byte Ref => ContentRef.Type;

    public Branch Branch => branch;

    public override void Integrate(Item item, Transaction transaction) => branch.Item = item;

    public override void Write(Lib0Writer writer, long offset)
    {
        writer.WriteVarUint((long)branch.Kind!);
        if (branch.NodeName is not null) writer.WriteString(branch.NodeName);
    }

    public override void AddValues(List<object?> values) => values.Add(YType.Of(branch));
}
