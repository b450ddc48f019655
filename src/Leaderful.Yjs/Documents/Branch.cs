namespace Leaderful.Yjs;

/// <summary>
/// A shared type as the document keeps it: a list of items and values by key. What kind it is says the item that holds it, or,
/// for one with a name, whoever asks for it.
/// </summary>
internal sealed class Branch(YDoc doc, YTypeKind? kind, string? nodeName = null)
{
    public readonly YDoc Doc = doc;

    /// <summary>Null where nobody has asked for a named type yet.</summary>
    public YTypeKind? Kind = kind;

    /// <summary>The name of an element or a hook.</summary>
    public readonly string? NodeName = nodeName;

    /// <summary>The item that holds it; null for a type with a name.</summary>
    public Item? Item;

    /// <summary>The name it has in its document; null for one that is held by an item.</summary>
    public string? Name;

    public Item? Start;
    Dictionary<string, Item>? values;

    /// <summary>How many elements its list has that are to be seen.</summary>
    public long Length;

    /// <summary>Whether formats are in its list, so that what stands somewhere depends on what stands before it.</summary>
    public bool Formatted;

    public SearchMarkers? Markers;

    /// <summary>The newest item of each key, deleted or not.</summary>
    public Dictionary<string, Item> Values => values ??= new(StringComparer.Ordinal);

    public bool HasValues => values is { Count: > 0 };

    public bool Deleted => Item is { Deleted: true };

    public Item? Newest(string key) => values is not null && values.TryGetValue(key, out var item) ? item : null;

    public Item? FirstOf(string? key)
    {
        if (key is null) return Start;
        var item = Newest(key);
        while (item?.Left is not null) item = item.Left;
        return item;
    }

    public void Clear() => (Start, values, Markers) = (null, null, null);
}
