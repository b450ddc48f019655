using System.Diagnostics.CodeAnalysis;
using Leaderful.Pages.Together;
using Leaderful.Shared.Markdown;
using Leaderful.Yjs;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;

namespace Leaderful.Pages.Bringing;

/// <summary>Markdown as what a page is made of: the nodes TipTap writes. Markup in it is text like any other.</summary>
internal static class MarkdownPage
{
    private const int Deepest = 30;
    private const int MostHeadings = 3;

    /// <summary>The first change of a page; nothing where the text says nothing. A template leaves a line to write on under each heading.</summary>
    public static byte[]? Change(string text, bool isTemplate = false)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var doc = new YDoc();
        return doc.Transact(() =>
        {
            var page = doc.GetXmlFragment(PageText.Field);
            Write(page, text);
            if (isTemplate) LeaveLines(page);
        });
    }

    private static void LeaveLines(YXmlFragment page)
    {
        var blocks = page.Children.OfType<YXmlElement>().Select(b => b.NodeName).ToList();
        for (var i = blocks.Count - 1; i >= 0; i--)
            if (blocks[i] == "heading" && (i + 1 == blocks.Count || blocks[i + 1] == "heading")) page.InsertElement(i + 1, "paragraph");
    }

    private static void Write(YXmlFragment page, string text)
    {
        if (Read(text) is { } blocks) Blocks(blocks, page, 0);
        else foreach (var line in text.Split('\n')) page.AddElement("paragraph").AddText(line.TrimEnd('\r'));
    }

    /// <summary>Nothing where it is too much for anybody's notes: its lines are kept as they are.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A fault of the parser on one text must not lose that text.")]
    private static MarkdownDocument? Read(string text)
    {
        if (!MarkdownShape.IsReasonable(text)) return null;
        try
        {
            return Markdig.Markdown.Parse(text, MarkdownRules.Pipeline, new DeadlineContext(HtmlLimits.Post.MaxTime, null));
        }
        catch (Exception)
        {
            return null;
        }
    }

    private static void Blocks(ContainerBlock blocks, YXmlFragment into, int depth)
    {
        if (depth > Deepest) return;
        foreach (var block in blocks) Block(block, into, depth);
    }

    private static void Block(Block block, YXmlFragment into, int depth)
    {
        switch (block)
        {
            case HeadingBlock heading:
                var head = into.AddElement("heading");
                head.SetAttribute("level", Math.Min(heading.Level, MostHeadings));
                MarkdownLine.Write(heading.Inline, head);
                break;
            case ListBlock list:
                List(list, into, depth);
                break;
            case QuoteBlock quote:
                Blocks(quote, into.AddElement("blockquote"), depth + 1);
                break;
            case Table table:
                Rows(table, into.AddElement("table"), depth);
                break;
            case CodeBlock code:
                Code(code, into.AddElement("codeBlock"));
                break;
            case ThematicBreakBlock:
                into.AddElement("horizontalRule");
                break;
            case LeafBlock leaf when leaf.Inline is not null:
                MarkdownLine.Write(leaf.Inline, into.AddElement("paragraph"));
                break;
            case LeafBlock leaf when leaf.Lines.Count > 0:
                into.AddElement("paragraph").AddText(leaf.Lines.ToString().Trim());
                break;
            case ContainerBlock other:
                Blocks(other, into, depth + 1);
                break;
        }
    }

    private static void List(ListBlock list, YXmlFragment into, int depth)
    {
        var isTasks = list.OfType<ListItemBlock>().Any(item => Task(item) is not null);
        var node = into.AddElement(isTasks ? "taskList" : list.IsOrdered ? "orderedList" : "bulletList");
        if (!isTasks && list.IsOrdered && int.TryParse(list.OrderedStart, out var start) && start != 1) node.SetAttribute("start", start);
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var entry = node.AddElement(isTasks ? "taskItem" : "listItem");
            if (isTasks) entry.SetAttribute("checked", Task(item)?.Checked == true);
            Blocks(item, entry, depth + 1);
            // Every item has a paragraph to write in.
            if (entry.Count == 0) entry.AddElement("paragraph");
        }
    }

    private static TaskList? Task(ListItemBlock item) => (item.FirstOrDefault() as LeafBlock)?.Inline?.FirstChild as TaskList;

    private static void Rows(Table table, YXmlElement node, int depth)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            var line = node.AddElement("tableRow");
            foreach (var cell in row.OfType<TableCell>())
            {
                var box = line.AddElement(row.IsHeader ? "tableHeader" : "tableCell");
                Blocks(cell, box, depth + 1);
                if (box.Count == 0) box.AddElement("paragraph");
            }
        }
    }

    private static void Code(CodeBlock code, YXmlElement node)
    {
        if (code is FencedCodeBlock { Info: { Length: > 0 } language }) node.SetAttribute("language", language);
        node.AddText(code.Lines.ToString());
    }
}
