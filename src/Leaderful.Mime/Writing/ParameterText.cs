using System.Globalization;
using System.Text;

namespace Leaderful.Mime;

/// <summary>A parameter of a header field: quoted if ASCII and short, else in sections (RFC 2231, 4.1).</summary>
internal static class ParameterText
{
    const int SectionWidth = 60;

    /// <summary>The parameter with a blank before it, and with a blank before each further section.</summary>
    public static string Encode(string name, string value)
    {
        if (value.Length <= SectionWidth && !value.AsSpan().ContainsAnyExceptInRange(' ', '~') && !value.Contains("=?", StringComparison.Ordinal))
            return $" {name}=\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        var sections = Sections(value);
        if (sections.Count == 1) return $" {name}*=utf-8''{sections[0]}";
        return string.Join(';', sections.Select((section, i) => string.Create(CultureInfo.InvariantCulture, $" {name}*{i}*={(i == 0 ? "utf-8''" : "")}{section}")));
    }

    static List<string> Sections(string value)
    {
        List<string> sections = [];
        var section = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(value))
        {
            if (section.Length >= SectionWidth)
            {
                sections.Add(section.ToString());
                section.Clear();
            }
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'.' or (byte)'_') section.Append((char)b);
            else section.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }
        sections.Add(section.ToString());
        return sections;
    }
}
