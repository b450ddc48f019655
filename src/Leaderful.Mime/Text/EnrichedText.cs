using System.Text;

namespace Leaderful.Mime;

/// <summary>The words of text/enriched (RFC 1896) and its forerunner text/richtext (RFC 1341), without their formatting.</summary>
internal static class EnrichedText
{
    const int LongestCommand = 62;

    public static string ToPlain(string text, bool isRichText)
    {
        var plain = new StringBuilder(text.Length);
        var (skipTo, filled) = ("", true);
        for (var i = 0; i < text.Length;)
        {
            if (Command(text.AsSpan(i), out var length) is { } command)
            {
                i += length;
                if (skipTo.Length > 0) skipTo = string.Equals(command, skipTo, StringComparison.Ordinal) ? "" : skipTo;
                else if (command is "param" or "comment") skipTo = "/" + command;
                else if (command is "nofill" or "/nofill") filled = command[0] == '/';
                else if (isRichText && command is "lt") plain.Append('<');
                else if (isRichText && command is "nl" or "/paragraph" or "np") plain.Append('\n');
            }
            else
            {
                var run = Run(text.AsSpan(i), filled, isRichText, skipTo.Length > 0 ? null : plain);
                i += run;
            }
        }
        return plain.ToString();
    }

    /// <summary>A name in angle brackets, in lower case, or null; two opening brackets are a literal one.</summary>
    static string? Command(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text[0] != '<') return null;
        var end = text[..Math.Min(text.Length, LongestCommand)].IndexOf('>');
        if (end < 2) return null;
        length = end + 1;
        return text[1] == '<' ? null : text[1..end].ToString().ToLowerInvariant();
    }

    /// <summary>One line break is a blank, more are one fewer; elsewhere a character is itself.</summary>
    static int Run(ReadOnlySpan<char> text, bool filled, bool isRichText, StringBuilder? plain)
    {
        if (text[0] == '<')
        {
            plain?.Append('<');
            return text.StartsWith("<<") ? 2 : 1;
        }
        if (text[0] == '\n' && filled)
        {
            var breaks = text.IndexOfAnyExcept('\n') is var n and >= 0 ? n : text.Length;
            if (breaks == 1 || isRichText) plain?.Append(' ');
            else plain?.Append('\n', breaks - 1);
            return breaks;
        }
        var next = text[1..].IndexOfAny('<', '\n');
        var length = next < 0 ? text.Length : next + 1;
        plain?.Append(text[..length]);
        return length;
    }
}
