using System.Globalization;

namespace Leaderful.Yjs;

/// <summary>A page as HTML.</summary>
internal sealed class HtmlRenderer(RichTextOptions options) : IMarkWriter
{
    const int WidestCell = 100;

    readonly HtmlText html = new();

    public string Render(RichNode page)
    {
        Children(page);
        return html.ToString();
    }

    public void Open(RichMark mark) => html.Open(Tag(mark), ("href", Written(mark.Href)), ("rel", mark.Href is null ? null : "noopener noreferrer nofollow"));

    public void Close(RichMark mark) => html.Close(Tag(mark));

    public void Write(string text) => html.Text(text);

    static string Tag(RichMark mark) => mark.Name switch
    {
        "bold" => "strong",
        "italic" => "em",
        "strike" => "s",
        "underline" => "u",
        "highlight" => "mark",
        "link" => "a",
        _ => "code",
    };

    void Children(RichNode node)
    {
        foreach (var child in node.Children) Node(child);
    }

    void Node(RichNode node)
    {
        switch (node.Name)
        {
            case "text": MarkTree.Walk(node.Spans, this); break;
            case "paragraph": Element("p", node); break;
            case "heading": Element("h" + node.Number("level", 1, 6).ToString(CultureInfo.InvariantCulture), node); break;
            case "bulletList": Element("ul", node); break;
            case "orderedList": Element("ol", node, ("start", Beyond(node, "start", int.MaxValue))); break;
            case "listItem": Element("li", node); break;
            case "taskList": Element("ul", node, ("data-type", "taskList")); break;
            case "taskItem": Task(node); break;
            case "blockquote": Element("blockquote", node); break;
            case "codeBlock": Code(node); break;
            case "horizontalRule": html.Open("hr"); break;
            case "hardBreak": html.Open("br"); break;
            case "table": Table(node); break;
            case "tableRow": Element("tr", node); break;
            case "tableHeader": Cell("th", node); break;
            case "tableCell": Cell("td", node); break;
            case "image": Image(node); break;
            case "mention": Mention(node); break;
            case "thing": Thing(node); break;
            default: Children(node); break;
        }
    }

    void Element(string name, RichNode node, params ReadOnlySpan<(string, string?)> attributes)
    {
        html.Open(name, attributes);
        Children(node);
        html.Close(name);
    }

    /// <summary>A number that is more than the one everybody assumes.</summary>
    static string? Beyond(RichNode node, string attribute, int highest) =>
        node.Number(attribute, 1, highest) is var number and > 1 ? number.ToString(CultureInfo.InvariantCulture) : null;

    void Task(RichNode node)
    {
        html.Open("li", ("data-type", "taskItem"), ("data-checked", node.Flag("checked") ? "true" : "false"));
        html.Open("input", ("type", "checkbox"), ("disabled", ""), ("checked", node.Flag("checked") ? "" : null), ("aria-label", node.Flag("checked") ? "☑" : "☐"));
        Element("div", node);
        html.Close("li");
    }

    void Code(RichNode node)
    {
        html.Open("pre");
        html.Open("code", ("class", CodeLanguage.Of(node) is { } language ? "language-" + language : null));
        html.Text(node.Words);
        html.Close("code");
        html.Close("pre");
    }

    void Table(RichNode node)
    {
        html.Open("table");
        Element("tbody", node);
        html.Close("table");
    }

    void Cell(string name, RichNode node) => Element(name, node, ("colspan", Beyond(node, "colspan", WidestCell)), ("rowspan", Beyond(node, "rowspan", WidestCell)));

    void Image(RichNode node)
    {
        if (SafeAddress.OfImage(node.Text("src")) is not { } address) html.Text(node.Text("alt"));
        else html.Open("img", ("src", Written(address)), ("alt", node.Text("alt")), ("title", node.Text("title") is { Length: > 0 } title ? title : null));
    }

    string? Written(string? address) => address is null ? null : options.Address(address);

    void Mention(RichNode node)
    {
        html.Open("span", ("data-type", "mention"), ("data-id", node.Text("id")));
        html.Text(MentionText.Of(node));
        html.Close("span");
    }

    void Thing(RichNode node)
    {
        var (kind, id) = (node.Text("kind"), node.Text("id"));
        if (options.Thing(kind, id, node.Text("label")) is not { } thing) return;
        var address = SafeAddress.Of(thing.Address);
        var tag = address is null ? "span" : "a";
        html.Open(tag, ("href", Written(address)), ("data-type", "thing"), ("data-kind", kind), ("data-id", id));
        html.Text(thing.Text);
        html.Close(tag);
    }
}
