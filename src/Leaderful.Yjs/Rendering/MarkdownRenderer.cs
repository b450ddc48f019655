namespace Leaderful.Yjs;

/// <summary>A page as Markdown.</summary>
internal sealed class MarkdownRenderer(RichTextOptions options) : LineRenderer(options)
{
    const int ShortestFence = 3;

    protected override string Rule => "---";

    protected override string QuoteMark => "> ";

    protected override string Line(RichNode node) => MarkdownEscape.LineStarts(Join(node, Inline).Trim(' ', '\t'));

    protected override IEnumerable<string> Heading(int level, string line) => [(new string('#', level) + " " + line.Replace("\\ ", " ", StringComparison.Ordinal)).TrimEnd()];

    protected override IEnumerable<string> Code(RichNode node)
    {
        var words = node.Words;
        var fence = new string('`', Math.Max(ShortestFence, MarkdownEscape.LongestRun(words, '`') + 1));
        return [fence + CodeLanguage.Of(node), .. words.Split('\n'), fence];
    }

    /// <summary>The first row is the head, for Markdown has no table without one.</summary>
    protected override IEnumerable<string> Table(RichNode node)
    {
        var rows = node.Children.Where(row => row.Children.Count > 0).ToList();
        if (rows.Count == 0) return [];
        var columns = rows.Max(row => row.Children.Count);
        return [Row(rows[0], columns), "|" + string.Concat(Enumerable.Repeat(" --- |", columns)), .. rows.Skip(1).Select(row => Row(row, columns))];
    }

    string Row(RichNode row, int columns)
    {
        var cells = row.Children.Select(cell => Cell(cell, "<br>").Replace("\\<br>", "<br>", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("\\\\|", "\\|", StringComparison.Ordinal));
        return "| " + string.Join(" | ", cells.Concat(Enumerable.Repeat("", columns - row.Children.Count))) + " |";
    }

    string Inline(RichNode node) => node.Name switch
    {
        "text" => Text(node),
        "hardBreak" => "\\\n",
        "mention" => MarkdownEscape.Text(MentionText.Of(node)),
        "image" => Image(node),
        "thing" => Thing(node, Options, Link),
        _ => Line(node),
    };

    string Text(RichNode node)
    {
        var writer = new MarkdownMarks(Options);
        MarkTree.Walk(node.Spans, writer);
        return writer.ToString();
    }

    string Image(RichNode node)
    {
        var alt = MarkdownEscape.Text(node.Text("alt"));
        if (SafeAddress.OfImage(node.Text("src")) is not { } address) return alt;
        var title = node.Text("title") is { Length: > 0 } text ? $" \"{MarkdownEscape.Text(text).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : "";
        return $"![{alt}]({MarkdownEscape.Address(Options.Address(address))}{title})";
    }

    string Link(RichThing thing) =>
        SafeAddress.Of(thing.Address) is { } address ? $"[{MarkdownEscape.Text(thing.Text)}]({MarkdownEscape.Address(Options.Address(address))})" : MarkdownEscape.Text(thing.Text);
}
