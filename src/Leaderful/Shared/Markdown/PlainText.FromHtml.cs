using System.Net;
using System.Text;

namespace Leaderful.Shared.Markdown;

/// <summary>Safe HTML back to words: for search, excerpts and the text part of mail.</summary>
public static partial class PlainText
{
    /// <param name="safeHtml">Only what this folder wrote; of other HTML the result is text too, but not a faithful one.</param>
    public static string FromHtml(string safeHtml)
    {
        ArgumentNullException.ThrowIfNull(safeHtml);
        var text = new StringBuilder(safeHtml.Length);
        var rest = safeHtml.AsSpan();
        var pre = false;
        while (!rest.IsEmpty)
        {
            var tag = rest.IndexOf('<');
            AppendWords(text, tag < 0 ? rest : rest[..tag], pre);
            if (tag < 0) break;
            var end = rest[tag..].IndexOf('>');
            if (end < 0) break;
            var inside = rest.Slice(tag + 1, end - 1);
            pre = inside switch { "pre" => true, "/pre" => false, _ => pre };
            AppendTag(text, inside);
            rest = rest[(tag + end + 1)..];
        }
        return text.ToString().Trim();
    }

    private static void AppendWords(StringBuilder text, ReadOnlySpan<char> words, bool pre)
    {
        if (words.IsEmpty) return;
        var plain = WebUtility.HtmlDecode(words.ToString());
        text.Append(pre ? plain.TrimStart('\n') : plain);
    }

    private static void AppendTag(StringBuilder text, ReadOnlySpan<char> tag)
    {
        var closes = tag is ['/', ..];
        var name = closes ? tag[1..] : tag;
        var space = name.IndexOf(' ');
        if (space >= 0) name = name[..space];
        var element = AllowedElements.Find(name);
        switch (element)
        {
            case Element.Br: text.Append('\n'); break;
            case Element.Hr: EndLine(text, blank: true); break;
            case Element.Img: text.Append(WebUtility.HtmlDecode(AltOf(tag))); break;
            case Element.Input: text.Append(tag.Contains(" checked", StringComparison.Ordinal) ? "[x]" : "[ ]"); break;
            case Element.Li when !closes:
                EndLine(text, blank: false);
                text.Append("- ");
                break;
            case Element.Td or Element.Th when closes: text.Append('\t'); break;
            default:
                if (element is Element.Li or Element.Tr || element.IsList) EndLine(text, blank: false);
                else if (element.IsLeaf || element.IsContainer) EndBlock(text, element);
                break;
        }
    }

    private static void EndBlock(StringBuilder text, Element element)
    {
        // The first paragraph of an item stands beside its mark
        if (element.IsTablePart || element.IsCell || EndsWith(text, "- ")) return;
        EndLine(text, blank: true);
    }

    private static void EndLine(StringBuilder text, bool blank)
    {
        while (text.Length > 0 && text[^1] is '\t' or ' ') text.Length--;
        if (text.Length == 0) return;
        if (text[^1] != '\n') text.Append('\n');
        if (blank && !EndsWith(text, "\n\n")) text.Append('\n');
    }

    private static bool EndsWith(StringBuilder text, string end) =>
        text.Length >= 2 && text[^2] == end[0] && text[^1] == end[1];

    private static string AltOf(ReadOnlySpan<char> tag)
    {
        var start = tag.IndexOf(" alt=\"");
        if (start < 0) return "";
        var value = tag[(start + 6)..];
        var end = value.IndexOf('"');
        return end < 0 ? "" : value[..end].ToString();
    }
}
