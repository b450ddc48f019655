using System.Text;

namespace Leaderful.Shared.Markdown;

/// <summary>The one place where characters from people become characters of HTML.</summary>
internal static class SafeText
{
    public static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';

    /// <summary>Control characters, and the two marks that force a direction upon all that follows.</summary>
    public static bool IsIgnored(char c) =>
        c is < ' ' and not ('\t' or '\n' or '\r' or '\f') or (>= '\x7F' and < '\xA0') or '\u202D' or '\u202E' or '\uFEFF';

    public static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!IsSpace(c) && !IsIgnored(c)) return false;
        return true;
    }

    public static void Append(StringBuilder output, char c)
    {
        switch (c)
        {
            case '&': output.Append("&amp;"); break;
            case '<': output.Append("&lt;"); break;
            case '>': output.Append("&gt;"); break;
            default: output.Append(c); break;
        }
    }

    /// <summary>Between double quotes. Backticks and single quotes too: old parsers took them for delimiters.</summary>
    public static void AppendAttribute(StringBuilder output, ReadOnlySpan<char> value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (IsIgnored(c)) continue;
            switch (c)
            {
                case '"': output.Append("&quot;"); break;
                case '\'': output.Append("&#39;"); break;
                case '`': output.Append("&#96;"); break;
                case '\t' or '\n' or '\r' or '\f': output.Append(' '); break;
                default: Append(output, WholeOrReplaced(value, i)); break;
            }
        }
    }

    /// <summary>Half a surrogate pair cannot be sent; it would come back changed.</summary>
    public static char WholeOrReplaced(ReadOnlySpan<char> text, int i)
    {
        var c = text[i];
        if (!char.IsSurrogate(c)) return c;
        var whole = char.IsHighSurrogate(c)
            ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
            : i > 0 && char.IsHighSurrogate(text[i - 1]);
        return whole ? c : '\uFFFD';
    }
}
