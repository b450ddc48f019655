namespace Leaderful.Yjs;

/// <summary>Puts items into lists and takes them out, by index.</summary>
internal static class ListEditor
{
    /// <summary>Makes an item between two others, or as a key's new value. Gives the item that holds the content then: it may have become part of the left one.</summary>
    public static Item Insert(Transaction change, Branch branch, Item? left, Item? right, ItemContent content, string? key = null)
    {
        var log = change.Doc.Log(change.Doc.ClientId);
        var item = new Item(log, log.State, left?.LastId ?? YId.None, right?.Id ?? YId.None, content)
        {
            Left = left, Right = right, Parent = branch, Key = key,
        };
        change.Doc.Integration.Integrate(item, change);
        return (Item)log.Last;
    }

    public static Item InsertAt(Transaction change, Branch branch, long index, ItemContent content)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, branch.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var (left, right) = Find(change, branch, index);
        branch.Markers?.Inserted(index, content.Length);
        return Insert(change, branch, left, right, content);
    }

    public static void Delete(Transaction change, Branch branch, long index, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, branch.Length - index);
        if (length == 0) return;
        var (_, item) = Find(change, branch, index);
        for (var left = length; left > 0; item = item.Right)
        {
            if (!item!.Visible) continue;
            if (item.Length > left) Cut(change, item, left);
            left -= item.Length;
            change.Delete(item);
        }
        branch.Markers?.Deleted(index, length);
    }

    /// <summary>The items between which an index lies. The left one is to be seen, or there is none; the right one need not be.</summary>
    public static (Item? Left, Item? Right) Find(Transaction change, Branch branch, long index)
    {
        if (index == 0) return (null, branch.Start);
        var (item, begins) = Approach(branch, index);
        while (begins + Width(item) < index)
        {
            begins += Width(item);
            item = item.Right!;
        }
        if (!branch.Formatted) (branch.Markers ??= new()).Set(item, begins);
        if (begins + item.Length > index) Cut(change, item, index - begins);
        return (item, item.Right);
    }

    public static void Cut(Transaction change, Item item, long offset) =>
        item.Log.Split(item.Log.IndexOf(item.Clock), item, offset, change);

    /// <summary>An item that begins before an index, near it.</summary>
    static (Item Item, long Begins) Approach(Branch branch, long index)
    {
        if (branch.Formatted || branch.Markers?.Nearest(index) is not { } marker) return (branch.Start!, 0);
        var (item, begins) = marker;
        if (begins >= index && index < begins / 2) return (branch.Start!, 0);
        while (begins >= index)
        {
            item = item.Left!;
            begins -= Width(item);
        }
        return (item, begins);
    }

    static long Width(Item item) => item.Visible ? item.Length : 0;
}
