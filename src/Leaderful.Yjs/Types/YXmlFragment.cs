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

    /// <summary>Puts in an empty hook.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many nodes.</exception>
    public YXmlHook InsertHook(long index, string hookName) => (YXmlHook)Insert(index, new Branch(Document, YTypeKind.XmlHook, hookName));

    /// <summary>
    /// Makes these nodes look like others: those of a template, or of the same page at an earlier time. Nodes alike at the beginning
    /// and the end stay as they are, and with them who wrote them and the places in them; those between are deleted and written
    /// anew. Types in attributes, hooks and texts do not come along.
    /// </summary>
    /// <param name="source">What it is to look like; of another document, or not within this one.</param>
    /// <param name="hand">
    /// Under which client the words that come back are written, given whose they are in the source, so that who wrote what stays told.
    /// A client that nobody else writes under; by default the document's own. Nodes are always its own.
    /// </param>
    public void ReplaceWith(YXmlFragment source, Func<long, long>? hand = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        var (old, wanted) = (Children.ToList(), source.Children.ToList());
        var (first, last, shorter) = (0, 0, Math.Min(old.Count, wanted.Count));
        while (first < shorter && TreeComparer.Same(old[first], wanted[first])) first++;
        while (last < shorter - first && TreeComparer.Same(old[^(last + 1)], wanted[^(last + 1)])) last++;
        Document.Change(_ =>
        {
            Delete(first, old.Count - first - last);
            new TreeCopy(hand).Copy(wanted[first..(wanted.Count - last)], this, first);
        });
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
