using System.Text;

namespace Leaderful.Yjs;

/// <summary>Takes from signs the meaning that they have in Markdown.</summary>
internal static class MarkdownEscape
{
    const string Meaning = "\\`*_[]<>~=&|";

    /// <summary>Words within a line; line ends become blanks.</summary>
    public static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var sign in text)
        {
            if (sign is '\n' or '\r') escaped.Append(' ');
            else if (Meaning.Contains(sign, StringComparison.Ordinal)) escaped.Append('\\').Append(sign);
            else escaped.Append(sign);
        }
        return escaped.ToString();
    }

    /// <summary>What would make a list, a heading or a rule of a line that begins with it.</summary>
    public static string LineStarts(string lines) => string.Join('\n', lines.Split('\n').Select(LineStart));

    public static string Address(string address)
    {
        var escaped = new StringBuilder(address.Length);
        foreach (var sign in address)
        {
            if (sign is '(' or ')' or '<' or '>' or '\\' or ' ' or '`' or '[' or ']' or '|') escaped.Append('%').Append(((int)sign).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            else escaped.Append(sign);
        }
        return escaped.ToString();
    }

    public static int LongestRun(string text, char sign)
    {
        var (longest, run) = (0, 0);
        foreach (var next in text)
        {
            run = next == sign ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }

    static string LineStart(string line)
    {
        line = line.TrimStart();
        if (line.Length == 0) return line;
        if (line[0] is '#' or '+' or '-') return "\\" + line;
        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 10 && line[digits] is '.' or ')' ? line.Insert(digits, "\\") : line;
    }
}
