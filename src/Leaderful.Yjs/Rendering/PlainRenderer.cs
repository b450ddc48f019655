namespace Leaderful.Yjs;

/// <summary>A page as its words.</summary>
internal sealed class PlainRenderer(RichTextOptions options) : LineRenderer(options)
{
    protected override string Rule => "---";

    protected override string QuoteMark => "> ";

    protected override string Line(RichNode node) => Join(node, Inline);

    protected override IEnumerable<string> Heading(int level, string line) => Split(line);

    protected override IEnumerable<string> Code(RichNode node) => Split(node.Words);

    protected override IEnumerable<string> Table(RichNode node) =>
        node.Children.Select(row => string.Join('\t', row.Children.Select(cell => Cell(cell, " "))).TrimEnd()).Where(row => row.Length > 0);

    string Inline(RichNode node) => node.Name switch
    {
        "text" => node.Words,
        "hardBreak" => "\n",
        "mention" => MentionText.Of(node),
        "image" => node.Text("alt"),
        "thing" => Thing(node, Options, thing => thing.Text),
        _ => Line(node),
    };
}
