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
