namespace Leaderful.Yjs;

/// <summary>Values and types by key. Of several who set one key at once, one wins, and everybody sees the same.</summary>
public class YMap : YType
{
    internal YMap(Branch branch) : base(branch) { }

    /// <summary>How many keys have a value.</summary>
    public int Count => Keys.Count();

    /// <summary>The keys that have a value.</summary>
    public IEnumerable<string> Keys => MapValues.Keys(Branch);

    /// <summary>
    /// The value of a key: a value, bytes, a <see cref="YType"/> or a <see cref="YSubdocument"/>; <see cref="YUndefined"/> if it has none.
    /// </summary>
    public object? this[string key] => MapValues.Get(Branch, key);

    /// <summary>All values by key.</summary>
    public IReadOnlyDictionary<string, object?> ToDictionary() => MapValues.All(Branch);

    /// <summary>Sets a key to a value: null, bool, a number, string, bytes, a list or a dictionary of these.</summary>
    /// <exception cref="ArgumentException">The value cannot be in a document.</exception>
    public void Set(string key, object? value) => Document.Change(change => MapEditor.Set(change, Branch, key, ContentFactory.Of(value)));

    /// <summary>Sets a key to an empty text.</summary>
    public YText SetText(string key) => (YText)SetType(key, YTypeKind.Text);

    /// <summary>Sets a key to an empty array.</summary>
    public YArray SetArray(string key) => (YArray)SetType(key, YTypeKind.Array);

    /// <summary>Sets a key to an empty map.</summary>
    public YMap SetMap(string key) => (YMap)SetType(key, YTypeKind.Map);

    /// <summary>Removes a key.</summary>
    public void Remove(string key) => Document.Change(change => MapEditor.Remove(change, Branch, key));

    YType SetType(string key, YTypeKind kind)
    {
        var child = new Branch(Document, kind);
        Document.Change(change => MapEditor.Set(change, Branch, key, new TypeContent(child)));
        return Of(child);
    }
}
