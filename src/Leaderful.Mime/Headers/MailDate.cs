using System.Text;

namespace Leaderful.Mime;

/// <summary>
/// Dates of mail: RFC 5322 (3.3 and 4.3) and what else is found in archives: no weekday or a wrong one, asctime order,
/// years of two digits, hyphens and dots, ISO 8601, AM and PM, zones by name.
/// </summary>
public static class MailDate
{
    const int Longest = 200;

    /// <summary>
    /// The moment and the sender's offset from UTC, or null if the text is no date. A missing or unknown zone counts as
    /// UTC; an impossible offset too. Never throws.
    /// </summary>
    public static DateTimeOffset? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest) text = text[..Longest];
        var fields = new DateFields();
        foreach (var word in new DateWords(text)) fields.Take(word);
        return fields.ToDate();
    }

    internal static DateTimeOffset? Parse(ReadOnlySpan<byte> line) =>
        Parse(Encoding.Latin1.GetString(line[..Math.Min(line.Length, Longest)]).AsSpan());
}
