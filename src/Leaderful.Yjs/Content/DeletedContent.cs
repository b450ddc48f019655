namespace Leaderful.Yjs;

/// <summary>Elements that were deleted: only how many.</summary>
internal sealed class DeletedContent(long length) : ItemContent
{
    long length = length;

    public override byte Ref => ContentRef.Deleted;

    public override long Length => length;

    public override bool Countable => false;

    public override ItemContent Split(long offset)
    {
        var right = new DeletedContent(length - offset);
        length = offset;
        return right;
    }

    public override bool TryMerge(ItemContent right)
    {
        length += right.Length;
        return true;
    }

    public override void Integrate(Item item, Transaction transaction)
    {
        transaction.Deletes.Add(item.Log.Client, new(item.Clock, length));
        item.MarkDeleted();
    }

    public override void Write(Lib0Writer writer, long offset) => writer.WriteVarUint(length - offset);

    public override void AddValues(List<object?> values) { }
}
