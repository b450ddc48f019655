using System.Text;

namespace Leaderful.Yjs;

/// <summary>Reads a tree of shared types as a page, down to a depth.</summary>
internal static class RichReader
{
    public static RichNode Read(YXmlFragment page)
    {
        var root = new RichNode("doc");
        AddChildren(root, page, 1);
        return root;
    }

    static void AddChildren(RichNode node, YXmlFragment fragment, int depth)
    {
        foreach (var child in fragment.Children)
        {
            switch (child)
            {
                case YText text: AddText(node, text); break;
                case YXmlElement element when depth >= RichText.MaxDepth: node.Children.Add(Flat(element)); break;
                case YXmlElement element: node.Children.Add(Element(element, depth)); break;
            }
        }
    }

    static RichNode Element(YXmlElement element, int depth)
    {
        var node = new RichNode(element.NodeName) { Attributes = element.Attributes };
        AddChildren(node, element, depth + 1);
        return node;
    }

    static void AddText(RichNode node, YText text)
    {
        // Texts that follow each other are one for whoever reads.
        var target = node.Children is [.., { Name: "text" } last] ? last : new RichNode("text");
        foreach (var run in text.ToRuns())
        {
            if (run.Text is not null) target.Spans.Add(new(run.Text, Marks(run.Formats)));
        }
        if (target.Spans.Count > 0 && (node.Children.Count == 0 || node.Children[^1] != target)) node.Children.Add(target);
    }

    static List<RichMark> Marks(IReadOnlyDictionary<string, object?> formats) =>
        [.. formats.Select(format => RichMark.Of(format.Key, format.Value)).OfType<RichMark>().DistinctBy(mark => mark.Name, StringComparer.Ordinal).OrderBy(mark => mark.Name, StringComparer.Ordinal)];

    /// <summary>The text of all that is in an element, without recursion.</summary>
    static RichNode Flat(YXmlElement element)
    {
        var words = new StringBuilder();
        var rest = new Stack<YType>([element]);
        while (rest.TryPop(out var next))
        {
            if (next is YText text) words.Append(text).Append(' ');
            if (next is not YXmlFragment fragment) continue;
            foreach (var child in fragment.Children.Reverse()) rest.Push(child);
        }
        var flat = new RichNode("text");
        flat.Spans.Add(new(words.ToString().TrimEnd(), []));
        return flat;
    }
}
