using System.Text;

namespace Leaderful.ICalendar;

/// <summary>Text as values hold it (RFC 5545, 3.3.11): <c>\\ \; \, \n</c>.</summary>
public static class ICalText
{
    /// <summary>
    /// The text as it is written in a value. Line breaks of all sorts become <c>\n</c>, other control characters spaces, half a
    /// surrogate pair U+FFFD; so nothing in it can begin a line of its own.
    /// </summary>
    public static string Escape(string text)
    {
        var clean = Clean(text);
        if (clean.AsSpan().IndexOfAny("\\;,\n") < 0) return clean;
        var written = new StringBuilder(clean.Length + 16);
        foreach (var c in clean)
        {
            if (c is '\\' or ';' or ',' or '\n') written.Append('\\');
            written.Append(c == '\n' ? 'n' : c);
        }
        return written.ToString();
    }

    /// <summary>What is meant by the text of a value. A backslash before anything else, which the standard does not know and others write, is dropped; one at the end stays. Never throws.</summary>
    public static string Unescape(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal)) return value;
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\' || i + 1 == value.Length) text.Append(value[i]);
            else text.Append(value[++i] is 'n' or 'N' ? '\n' : value[i]);
        }
        return text.ToString();
    }

    /// <summary>The items of a value that is a list of texts, such as CATEGORIES: cut at the commas that are not escaped, and unescaped.</summary>
    public static IReadOnlyList<string> SplitList(string value)
    {
        List<string> items = [];
        var from = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\') i++;
            else if (value[i] == ',')
            {
                items.Add(Unescape(value[from..i]));
                from = i + 1;
            }
        }
        items.Add(Unescape(value[from..]));
        return items;
    }

    /// <summary>The text as it will be read again after it was written: with <c>\n</c> for every line break and no other control character but the tabulator.</summary>
    public static string Clean(string text)
    {
        if (IsClean(text)) return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') continue;
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(c).Append(text[++i]);
            else clean.Append(Cleaned(c));
        }
        return clean.ToString();
    }

    /// <summary>The text on one line: as <see cref="Clean"/>, with blanks for line breaks, and without blanks around it.</summary>
    public static string OneLine(string text) => Clean(text).Replace('\n', ' ').Trim();

    static bool IsClean(string text)
    {
        foreach (var c in text)
        {
            if ((char.IsControl(c) && c is not ('\n' or '\t')) || char.IsSurrogate(c) || c is '\u2028' or '\u2029') return false;
        }
        return true;
    }

    static char Cleaned(char c) => c switch
    {
        '\t' => c,
        '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' => '\n',
        _ when char.IsControl(c) => ' ',
        _ when char.IsSurrogate(c) => '\uFFFD',
        _ => c,
    };
}
