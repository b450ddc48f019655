namespace Leaderful.Yjs;

/// <summary>
/// Where some items of a list begin, so that an index is found without counting from the start. People write near where they
/// wrote before. Only changes made here keep them true; any other empties them.
/// </summary>
internal sealed class SearchMarkers
{
    const int Most = 16;

    /// <summary>A marker nearer than this is moved rather than another set.</summary>
    const int Near = 64;

    readonly List<(Item Item, long Index)> markers = new(Most);
    int oldest;

    /// <summary>A visible item and where it begins, near an index; null if none is marked.</summary>
    public (Item Item, long Index)? Nearest(long index)
    {
        var best = -1;
        for (var i = 0; i < markers.Count; i++)
        {
            if (best < 0 || Math.Abs(markers[i].Index - index) < Math.Abs(markers[best].Index - index)) best = i;
        }
        return best < 0 ? null : markers[best];
    }

    /// <summary>Remembers where a visible item begins. No item has two markers.</summary>
    public void Set(Item item, long index)
    {
        var nearest = -1;
        for (var i = 0; i < markers.Count; i++)
        {
            if (markers[i].Item == item) return;
            if (Math.Abs(markers[i].Index - index) < Near) nearest = i;
        }
        if (nearest < 0 && markers.Count == Most) nearest = oldest = (oldest + 1) % Most;
        if (nearest < 0) markers.Add((item, index));
        else Replace(nearest, item, index);
        item.Marked = true;
    }

    public void Inserted(long index, long length)
    {
        for (var i = 0; i < markers.Count; i++)
        {
            if (markers[i].Index >= index) markers[i] = (markers[i].Item, markers[i].Index + length);
        }
    }

    /// <summary>Those on the deleted items themselves are gone already.</summary>
    public void Deleted(long index, long length)
    {
        for (var i = 0; i < markers.Count; i++)
        {
            if (markers[i].Index > index) markers[i] = (markers[i].Item, Math.Max(index, markers[i].Index - length));
        }
    }

    public void Gone(Item item)
    {
        item.Marked = false;
        markers.RemoveAll(marker => marker.Item == item);
    }

    /// <summary>An item becomes part of the one left of it, which has not grown yet.</summary>
    public void Moved(Item item, Item left)
    {
        item.Marked = false;
        for (var i = markers.Count - 1; i >= 0; i--)
        {
            if (markers[i].Item != item) continue;
            if (left.Marked) markers.RemoveAt(i);
            else markers[i] = (left, markers[i].Index - left.Length);
            left.Marked = true;
        }
    }

    void Replace(int at, Item item, long index)
    {
        markers[at].Item.Marked = false;
        markers[at] = (item, index);
    }
}
