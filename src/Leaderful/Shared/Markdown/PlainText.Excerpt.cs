using System.Globalization;
using System.Text;

namespace Leaderful.Shared.Markdown;

/// <summary>The beginning of a text, on one line.</summary>
public static partial class PlainText
{
    /// <summary>At most so many characters as people count them, cut between words where one ends near.</summary>
    public static string Excerpt(string text, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        var line = OneLine(text, maxChars: (8 * length) + 64);
        var (end, lastWord) = Measure(line, length);
        if (end == line.Length && end < (8 * length)) return line;
        var cut = lastWord > end / 2 ? lastWord : end;
        return line[..cut].TrimEnd(' ', ',', ';', ':', '-', '–') + "…";
    }

    /// <summary>Stops early: stacked marks can make one visible character of thousands.</summary>
    private static string OneLine(string text, int maxChars)
    {
        var line = new StringBuilder(Math.Min(text.Length, maxChars));
        var space = false;
        for (var i = 0; i < text.Length && line.Length < maxChars; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c)) space = line.Length > 0;
            else if (!SafeText.IsIgnored(c))
            {
                if (space) line.Append(' ');
                space = false;
                line.Append(SafeText.WholeOrReplaced(text, i));
            }
        }
        if (line.Length > 0 && char.IsHighSurrogate(line[^1])) line.Length--;
        return line.ToString();
    }

    private static (int End, int LastWord) Measure(string line, int length)
    {
        var end = 0;
        var lastWord = 0;
        for (var count = 0; end < line.Length && count < length; count++)
        {
            if (line[end] == ' ') lastWord = end;
            end += StandsAlone(line, end) ? 1 : StringInfo.GetNextTextElementLength(line.AsSpan(end));
        }
        if (end < line.Length && line[end] == ' ') lastWord = end;
        return (end, lastWord);
    }

    /// <summary>Most letters: before U+0300 nothing joins what stands before it, and on one line there are no line ends.</summary>
    private static bool StandsAlone(string line, int at) => line[at] < '\u0300' && (at + 1 == line.Length || line[at + 1] < '\u0300');
}
