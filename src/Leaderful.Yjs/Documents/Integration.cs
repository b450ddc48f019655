namespace Leaderful.Yjs;

/// <summary>
/// Puts an item to its place (YATA, as Yjs does it). Several who wrote at one place are ordered by their clients' ids; an item
/// never goes between another and what that one was written behind.
/// </summary>
internal sealed class Integration
{
    /// <summary>Two sets of items, kept as a number on each: those an item came by on the way to its place, and of these those it conflicts with.</summary>
    int passing, conflict;

    /// <summary>
    /// Takes a struct into the document whose neighbours are in it already. <paramref name="offset"/> is how much of it is known.
    /// </summary>
    public void Integrate(Struct next, long offset, Transaction transaction)
    {
        if (next is Item item)
        {
            Resolve(item, transaction);
            if (offset > 0) CutKnown(item, offset, transaction);
            if (item.Parent is not null)
            {
                Integrate(item, transaction);
                return;
            }
        }
        transaction.Add(new GcStruct(next.Log, next.Clock + (next is Item ? 0 : offset), next.Length - (next is Item ? 0 : offset)));
    }

    /// <summary>Takes in an item that is ready: made here, or resolved.</summary>
    public void Integrate(Item item, Transaction transaction)
    {
        if (TryContinue(item, transaction)) return;
        if (item.Left is null ? item.Right is null || item.Right.Left is not null : item.Left.Right != item.Right) FindPlace(item);
        Link(item, transaction);
        if (item.Key is null && item.Content.Countable) item.Parent!.Length += item.Length;
        transaction.Add(item);
        item.Content.Integrate(item, transaction);
        if (!transaction.Local) item.Parent!.Markers = null;
        if (item.Parent!.Deleted || (item.Key is not null && item.Right is not null)) transaction.Delete(item);
    }

    static void Resolve(Item item, Transaction transaction)
    {
        var doc = transaction.Doc;
        var gone = false;
        if (!item.Origin.IsNone)
        {
            item.Left = doc.Log(item.Origin.Client).EndingWith(item.Origin.Clock, transaction) as Item;
            gone = item.Left is null;
        }
        if (!item.RightOrigin.IsNone)
        {
            item.Right = doc.Log(item.RightOrigin.Client).StartingAt(item.RightOrigin.Clock, transaction) as Item;
            gone |= item.Right is null;
        }
        if (gone) item.Parent = null;
        else if ((item.Left ?? item.Right) is { } neighbour) (item.Parent, item.Key) = (neighbour.Parent, neighbour.Key);
        else if (!item.ParentId.IsNone) item.Parent = ((doc.Log(item.ParentId.Client).At(item.ParentId.Clock) as Item)?.Content as TypeContent)?.Branch;
    }

    static void CutKnown(Item item, long offset, Transaction transaction)
    {
        item.Clock += offset;
        item.Left = item.Log.EndingWith(item.Clock - 1, transaction) as Item;
        item.Origin = new(item.Log.Client, item.Clock - 1);
        item.Content = item.Content.Split(offset);
        item.Length -= offset;
        if (item.Left is null) item.Parent = null;
    }

    /// <summary>
    /// What its maker typed last, going on: the usual case by far. The letters go into the item that is there; joining the two
    /// afterwards would come to the same.
    /// </summary>
    static bool TryContinue(Item item, Transaction transaction)
    {
        var left = item.Left;
        if (left is null || left.Log != item.Log || left.End != item.Clock || left.Right != item.Right || item.Key is not null) return false;
        if (left.Deleted || left.RightOrigin != item.RightOrigin || left.Content.Ref != item.Content.Ref) return false;
        transaction.Touch(item.Log);
        if (!left.Content.TryMerge(item.Content)) return false;
        left.Length += item.Length;
        left.Parent!.Length += item.Length;
        if (!transaction.Local) left.Parent.Markers = null;
        return true;
    }

    void FindPlace(Item item)
    {
        var left = item.Left;
        var other = left is not null ? left.Right : item.Parent!.FirstOf(item.Key);
        passing++;
        conflict++;
        for (; other is not null && other != item.Right; other = other.Right)
        {
            (other.SeenBy, other.ConflictsWith) = (passing, conflict);
            if (item.Origin == other.Origin)
            {
                if (other.Log.Client < item.Log.Client) PassOver(other, ref left);
                else if (item.RightOrigin == other.RightOrigin) break;
            }
            else if (Holder(item, other.Origin) is { } origin && origin.SeenBy == passing)
            {
                if (origin.ConflictsWith != conflict) PassOver(other, ref left);
            }
            else break;
        }
        item.Left = left;
    }

    void PassOver(Item other, ref Item? left)
    {
        left = other;
        conflict++;
    }

    static Item? Holder(Item item, YId id) => id.IsNone ? null : item.Parent!.Doc.Log(id.Client).At(id.Clock) as Item;

    static void Link(Item item, Transaction transaction)
    {
        var parent = item.Parent!;
        if (item.Left is not null)
        {
            item.Right = item.Left.Right;
            item.Left.Right = item;
        }
        else
        {
            item.Right = parent.FirstOf(item.Key);
            if (item.Key is null) parent.Start = item;
        }
        if (item.Right is not null) item.Right.Left = item;
        else if (item.Key is not null) Replace(item, parent, transaction);
    }

    /// <summary>The last of a key's items is its value.</summary>
    static void Replace(Item item, Branch parent, Transaction transaction)
    {
        parent.Values[item.Key!] = item;
        if (item.Left is not null) transaction.Delete(item.Left);
    }
}
