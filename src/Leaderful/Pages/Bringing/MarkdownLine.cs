using Leaderful.Shared.Markdown;
using Leaderful.Yjs;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace Leaderful.Pages.Bringing;

/// <summary>The words of one block, with what is marked in them.</summary>
internal sealed class MarkdownLine(YXmlElement block)
{
    private const int Deepest = 30;

    private YXmlText? text;

    public static void Write(ContainerInline? words, YXmlElement block)
    {
        if (words is not null) new MarkdownLine(block).All(words, new Dictionary<string, object?>(StringComparer.Ordinal), 0);
    }

    private void All(ContainerInline words, Dictionary<string, object?> marks, int depth)
    {
        if (depth > Deepest) return;
        foreach (var piece in words) Piece(piece, marks, depth);
    }

    private void Piece(Inline piece, Dictionary<string, object?> marks, int depth)
    {
        switch (piece)
        {
            case LiteralInline literal:
                // Between the box of a task and its words is a space that is neither's.
                Say(literal.PreviousSibling is TaskList ? literal.Content.ToString().TrimStart() : literal.Content.ToString(), marks);
                break;
            case CodeInline code:
                Say(code.Content, With(marks, "code"));
                break;
            case EmphasisInline emphasis:
                All(emphasis, With(marks, MarkOf(emphasis)), depth + 1);
                break;
            case LinkInline link:
                All(link, Leading(marks, link.Url), depth + 1);
                break;
            case AutolinkInline auto:
                Say(auto.Url, Leading(marks, auto.IsEmail ? $"mailto:{auto.Url}" : auto.Url));
                break;
            case LineBreakInline:
                block.AddElement("hardBreak");
                text = null;
                break;
            case HtmlInline html:
                Say(html.Tag, marks);
                break;
            case HtmlEntityInline entity:
                Say(entity.Transcoded.ToString(), marks);
                break;
            case ContainerInline others:
                All(others, marks, depth + 1);
                break;
        }
    }

    private void Say(string words, Dictionary<string, object?> marks)
    {
        if (words.Length == 0) return;
        text ??= block.AddText();
        text.Insert(text.Length, words, marks);
    }

    private static string MarkOf(EmphasisInline emphasis) => (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
    {
        ('~', _) => "strike",
        ('=', _) => "highlight",
        (_, 2) => "bold",
        _ => "italic",
    };

    private static Dictionary<string, object?> Leading(Dictionary<string, object?> marks, string? address) =>
        UrlPolicy.Link(address) is { } safe ? With(marks, "link", new Dictionary<string, object?> { ["href"] = safe }) : marks;

    /// <summary>A mark without anything to say of itself is an empty set, as ProseMirror keeps it.</summary>
    private static Dictionary<string, object?> With(Dictionary<string, object?> marks, string mark, Dictionary<string, object?>? more = null) =>
        new(marks, StringComparer.Ordinal) { [mark] = more ?? [] };
}
