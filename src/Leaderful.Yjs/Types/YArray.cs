namespace Leaderful.Yjs;

/// <summary>A list of values and types.</summary>
public sealed class YArray : YType
{
    internal YArray(Branch branch) : base(branch) { }

    /// <summary>How many elements it has.</summary>
    public long Count => Branch.Length;

    /// <summary>An element: a value, bytes, a <see cref="YType"/> or a <see cref="YSubdocument"/>. Each call counts from the start; for all of them, take <see cref="ToList"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none at that index.</exception>
    public object? this[long index] => ListValues.At(Branch, index);

    /// <summary>All elements.</summary>
    public IReadOnlyList<object?> ToList() => ListValues.All(Branch);

    /// <summary>Puts values in front of the element of an index: null, bool, numbers, strings, bytes, lists and dictionaries of these.</summary>
    /// <exception cref="ArgumentException">A value cannot be in a document.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The list is shorter.</exception>
    public void Insert(long index, params IReadOnlyList<object?> values) => Document.Change(change =>
    {
        foreach (var content in values.Select(ContentFactory.Of).ToList()) ListEditor.InsertAt(change, Branch, index++, content);
    });

    /// <summary>Puts values at the end.</summary>
    /// <exception cref="ArgumentException">A value cannot be in a document.</exception>
    public void Add(params IReadOnlyList<object?> values) => Insert(Count, values);

    /// <summary>Puts in an empty text.</summary>
    public YText InsertText(long index) => (YText)InsertType(index, YTypeKind.Text);

    /// <summary>Puts in an empty array.</summary>
    public YArray InsertArray(long index) => (YArray)InsertType(index, YTypeKind.Array);

    /// <summary>Puts in an empty map.</summary>
    public YMap InsertMap(long index) => (YMap)InsertType(index, YTypeKind.Map);

    /// <summary>Deletes elements.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public void Delete(long index, long length = 1) => Document.Change(change => ListEditor.Delete(change, Branch, index, length));

    YType InsertType(long index, YTypeKind kind)
    {
        var child = new Branch(Document, kind);
        Document.Change(change => ListEditor.InsertAt(change, Branch, index, new TypeContent(child)));
        return Of(child);
    }
}
