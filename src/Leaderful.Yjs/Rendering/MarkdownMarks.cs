using System.Text;

namespace Leaderful.Yjs;

/// <summary>
/// Text with marks as Markdown. Blanks at the edges of a mark go outside of it, for <c>** a**</c> is no bold; a mark without a
/// word in it is none.
/// </summary>
internal sealed class MarkdownMarks(RichTextOptions options) : IMarkWriter
{
    readonly Stack<StringBuilder> open = new([new StringBuilder()]);
    bool code;

    public void Open(RichMark mark)
    {
        open.Push(new StringBuilder());
        code = mark.Name == "code";
    }

    public void Write(string text) => open.Peek().Append(code ? text : MarkdownEscape.Text(text));

    public void Close(RichMark mark)
    {
        var inner = open.Pop().ToString();
        code = false;
        var words = inner.Trim();
        if (words.Length == 0)
        {
            open.Peek().Append(inner);
            return;
        }
        var start = inner.IndexOf(words, StringComparison.Ordinal);
        open.Peek().Append(inner, 0, start).Append(Marked(mark, words)).Append(inner, start + words.Length, inner.Length - start - words.Length);
    }

    public override string ToString() => open.Peek().ToString();

    string Marked(RichMark mark, string words) => mark.Name switch
    {
        "bold" => $"**{words}**",
        "italic" => $"*{words}*",
        "strike" => $"~~{words}~~",
        "underline" => $"<u>{words}</u>",
        "highlight" => $"=={words}==",
        "link" => $"[{words}]({MarkdownEscape.Address(options.Address(mark.Href!))})",
        _ => Code(words),
    };

    static string Code(string words)
    {
        var clean = words.ReplaceLineEndings(" ");
        var fence = new string('`', MarkdownEscape.LongestRun(clean, '`') + 1);
        var blank = clean.StartsWith('`') || clean.EndsWith('`') ? " " : "";
        return fence + blank + clean + blank + fence;
    }
}
