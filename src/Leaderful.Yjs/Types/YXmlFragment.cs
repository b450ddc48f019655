namespace Leaderful.Yjs;

/// <summary>Nodes one after the other: <see cref="YXmlElement"/>, <see cref="YXmlText"/> and <see cref="YXmlHook"/>.</summary>
public class YXmlFragment : YType
{
    internal YXmlFragment(Branch branch) : base(branch) { }

    /// <summary>How many nodes it has, not counting those within them.</summary>
    public long Count => Branch.Length;

    /// <summary>The nodes, not those within them.</summary>
    public IEnumerable<YType> Children =>
        ListValues.Visible(Branch).Select(item => item.Content).OfType<TypeContent>().Select(content => Of(content.Branch));

    /// <summary>Puts in an empty element.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many nodes.</exception>
    public YXmlElement InsertElement(long index, string nodeName) => (YXmlElement)Insert(index, new Branch(Document, YTypeKind.XmlElement, nodeName));

    /// <summary>Puts in an empty text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many nodes.</exception>
    public YXmlText InsertText(long index) => (YXmlText)Insert(index, new Branch(Document, YTypeKind.XmlText));

    /// <summary>Puts an empty element at the end.</summary>
    public YXmlElement AddElement(string nodeName) => InsertElement(Count, nodeName);

    /// <summary>Puts a text at the end.</summary>
    /// <param name="text">What it says; more can be put in afterwards.</param>
    /// <param name="formats">The formats of all of it, as in <see cref="YText.Insert"/>.</param>
    public YXmlText AddText(string text = "", IReadOnlyDictionary<string, object?>? formats = null)
    {
        var node = InsertText(Count);
        node.Insert(0, text, formats);
        return node;
    }

    /// <summary>Deletes nodes and all within them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public void Delete(long index, long length = 1) => Document.Change(change => ListEditor.Delete(change, Branch, index, length));

    YType Insert(long index, Branch child)
    {
        Document.Change(change => ListEditor.InsertAt(change, Branch, index, new TypeContent(child)));
        return Of(child);
    }
}
