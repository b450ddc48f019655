namespace Leaderful.Yjs;

/// <summary>From an index to the element there, and back.</summary>
internal static class PositionFinder
{
    public static RelativePosition Find(Branch branch, long index, int association)
    {
        // What goes before the first element is the type itself.
        if (association < 0 && index-- == 0) return InType(branch, association);
        Item? last = null;
        for (var item = branch.Start; item is not null; item = item.Right)
        {
            last = item;
            if (!item.Visible) continue;
            if (item.Length > index) return new(null, null, new(item.Log.Client, item.Clock + index), association);
            index -= item.Length;
        }
        return association < 0 && last is not null ? new(null, null, last.LastId, association) : InType(branch, association);
    }

    public static AbsolutePosition? Resolve(RelativePosition position, YDoc doc)
    {
        if (position.Item is { } id) return Struct(doc, id) is Item item ? Resolve(item, id, position.Association) : null;
        var branch = position.TypeName is not null ? doc.Root(position.TypeName) : ((Struct(doc, position.Type) as Item)?.Content as TypeContent)?.Branch;
        return branch is null ? null : new(YType.Of(branch), position.Association >= 0 ? branch.Length : 0);
    }

    static AbsolutePosition Resolve(Item item, YId id, int association)
    {
        var branch = item.Parent!;
        if (branch.Deleted) return new(YType.Of(branch), 0);
        var index = item.Visible ? id.Clock - item.Clock + (association >= 0 ? 0 : 1) : 0;
        for (var left = item.Left; left is not null; left = left.Left)
        {
            if (left.Visible) index += left.Length;
        }
        return new(YType.Of(branch), index);
    }

    static RelativePosition InType(Branch branch, int association) => new(branch.Item?.Id, branch.Name, null, association);

    static Struct? Struct(YDoc doc, YId? id) =>
        id is { } known && doc.KnownLog(known.Client) is { } log && known.Clock < log.State ? log.At(known.Clock) : null;
}
