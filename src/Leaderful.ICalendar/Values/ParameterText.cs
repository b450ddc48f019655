using System.Buffers;
using System.Text;

namespace Leaderful.ICalendar;

/// <summary>Values of parameters as RFC 6868 writes them: a caret before what a quoted value cannot hold.</summary>
internal static class ParameterText
{
    static readonly SearchValues<char> NeedQuotes = SearchValues.Create(":;,");

    public static string Read(string value)
    {
        if (!value.Contains('^', StringComparison.Ordinal)) return value;
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var meant = value[i] == '^' && i + 1 < value.Length ? Meant(value[i + 1]) : '\0';
            text.Append(meant == '\0' ? value[i] : meant);
            if (meant != '\0') i++;
        }
        return text.ToString();
    }

    /// <summary>What stands after a caret; a caret before anything else is one.</summary>
    static char Meant(char after) => after switch { 'n' => '\n', '^' => '^', '\'' => '"', _ => '\0' };

    public static string Write(string value)
    {
        var text = ICalText.Clean(value).Replace("^", "^^", StringComparison.Ordinal).Replace("\n", "^n", StringComparison.Ordinal).Replace("\"", "^'", StringComparison.Ordinal);
        return text.AsSpan().IndexOfAny(NeedQuotes) < 0 ? text : $"\"{text}\"";
    }
}
