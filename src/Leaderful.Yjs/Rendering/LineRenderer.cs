using System.Globalization;
using System.Text;

namespace Leaderful.Yjs;

/// <summary>A page as lines of text. Each block gives its lines, and whoever holds it puts something in front of them.</summary>
internal abstract class LineRenderer(RichTextOptions options)
{
    public string Render(RichNode page)
    {
        var lines = Blocks(page, apart: true);
        return lines.Count == 0 ? "" : string.Join('\n', lines) + "\n";
    }

    protected RichTextOptions Options => options;

    protected abstract string Line(RichNode node);

    protected abstract IEnumerable<string> Heading(int level, string line);

    protected abstract IEnumerable<string> Code(RichNode node);

    protected abstract IEnumerable<string> Table(RichNode node);

    protected abstract string Rule { get; }

    protected abstract string QuoteMark { get; }

    /// <summary>The lines of all blocks in a node, with an empty line between them where they are to stand apart.</summary>
    protected List<string> Blocks(RichNode node, bool apart)
    {
        if (node.HoldsLines && node.Children.All(child => !IsBlock(child))) return [.. Split(Line(node))];
        List<string> lines = [];
        foreach (var block in Wrapped(node))
        {
            var next = Block(block).ToList();
            if (next.Count == 0) continue;
            if (apart && lines.Count > 0) lines.Add("");
            lines.AddRange(next);
        }
        return lines;
    }

    protected static IEnumerable<string> Split(string text) => text.Length == 0 ? [] : text.Split('\n');

    static bool IsBlock(RichNode node) => node.Name is not ("text" or "hardBreak" or "mention" or "image" or "thing");

    static bool StandsAlone(RichNode node) => node.Name is "thing" or "image";

    /// <summary>What flows in lines though it stands among blocks gets a paragraph of its own; of two things or pictures each gets one.</summary>
    static IEnumerable<RichNode> Wrapped(RichNode node)
    {
        RichNode? loose = null;
        foreach (var child in node.Children)
        {
            if (StandsAlone(child) && loose is not null && StandsAlone(loose.Children[^1]))
            {
                yield return loose;
                loose = null;
            }
            if (!IsBlock(child))
            {
                (loose ??= new RichNode("paragraph")).Children.Add(child);
                continue;
            }
            if (loose is not null) yield return loose;
            loose = null;
            yield return child;
        }
        if (loose is not null) yield return loose;
    }

    IEnumerable<string> Block(RichNode node) => node.Name switch
    {
        "paragraph" => Split(Line(node)),
        "heading" => Heading(node.Number("level", 1, 6), Line(node).Replace('\n', ' ')),
        "bulletList" or "taskList" or "orderedList" => List(node),
        "listItem" or "taskItem" => Item(node, "- "),
        "blockquote" => Blocks(node, apart: true).Select(line => (QuoteMark + line).TrimEnd()),
        "codeBlock" => Code(node),
        "horizontalRule" => [Rule],
        "table" => Table(node),
        _ => Blocks(node, apart: true),
    };

    IEnumerable<string> List(RichNode list)
    {
        var number = (long)list.Number("start", 1, 999_999_999);
        foreach (var item in list.Children)
        {
            var mark = list.Name == "orderedList" ? (number++).ToString(CultureInfo.InvariantCulture) + ". " : "- ";
            foreach (var line in Item(item, mark)) yield return line;
        }
    }

    IEnumerable<string> Item(RichNode item, string mark)
    {
        var lines = Blocks(item, apart: false);
        if (lines.Count == 0) lines = [""];
        var task = item.Name == "taskItem" ? item.Flag("checked") ? "[x] " : "[ ] " : "";
        var inner = new string(' ', mark.Length);
        return lines.Select((line, i) => (i == 0 ? mark + task + line : inner + line).TrimEnd());
    }

    /// <summary>A cell in one line.</summary>
    protected string Cell(RichNode cell, string between) => string.Join(between, Blocks(cell, apart: false));

    protected static string Thing(RichNode node, RichTextOptions options, Func<RichThing, string> shown) =>
        options.Thing(node.Text("kind"), node.Text("id"), node.Text("label")) is { } thing ? shown(thing) : "";

    protected static string Join(RichNode node, Func<RichNode, string> inline)
    {
        var line = new StringBuilder();
        foreach (var child in node.Children) line.Append(inline(child));
        return line.ToString();
    }
}
