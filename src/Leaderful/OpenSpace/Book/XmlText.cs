using System.Text;
using System.Xml;

namespace Leaderful.OpenSpace.Book;

/// <summary>Of a text, what XML can hold: a book is read by strict readers, and one stray character would shut all of it.</summary>
internal static class XmlText
{
    public static string Clean(string text)
    {
        var bad = FirstBad(text);
        if (bad < 0) return text;
        var clean = new StringBuilder(text.Length).Append(text, 0, bad);
        for (var i = bad; i < text.Length; i++)
        {
            if (IsPair(text, i)) clean.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
        }
        return clean.ToString();
    }

    /// <summary>
    /// Markup of the house as XML. All that keeps it from being that are four elements which nothing closes: in values and in text a
    /// sign like theirs is always written as an entity.
    /// </summary>
    public static string Closed(string html)
    {
        var closed = new StringBuilder(html.Length + 64);
        for (var at = 0; ;)
        {
            var open = html.IndexOf('<', at);
            var end = open < 0 ? -1 : html.IndexOf('>', open);
            if (end < 0) return closed.Append(html, at, html.Length - at).ToString();
            closed.Append(html, at, end - at);
            if (IsOpen(html.AsSpan(open + 1, end - open - 1))) closed.Append('/');
            closed.Append('>');
            at = end + 1;
        }
    }

    private static bool IsOpen(ReadOnlySpan<char> tag) => tag is not [.., '/'] && (tag[..(tag.IndexOf(' ') is var space and >= 0 ? space : tag.Length)] is "br" or "hr" or "img" or "input");

    private static int FirstBad(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsPair(text, i)) i++;
            else if (!XmlConvert.IsXmlChar(text[i])) return i;
        }
        return -1;
    }

    private static bool IsPair(string text, int at) => char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
}
