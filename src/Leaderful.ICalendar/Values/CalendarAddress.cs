using System.Text;

namespace Leaderful.ICalendar;

/// <summary>The addresses of people in calendars: a CAL-ADDRESS that is a mailto URI (RFC 5545, 3.3.3; RFC 6068), and the plain mail address in it.</summary>
public static class CalendarAddress
{
    /// <summary>More characters than this are no address (RFC 5321, 4.5.3).</summary>
    const int Longest = 254;

    /// <summary>
    /// The mail address in a value such as <c>mailto:ada@example.org</c>, or null if it holds none, several, header fields, or what is
    /// no plain address. Never throws.
    /// </summary>
    public static string? Read(string value)
    {
        value = value.Trim();
        if (value.Length > 1000) return null;
        // Some write the address alone.
        var address = value.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(value.AsSpan(7)) : value;
        return IsAddress(address) && !value.Contains('?', StringComparison.Ordinal) ? address : null;
    }

    /// <summary>The value for an address.</summary>
    /// <exception cref="ArgumentException">It is no plain address.</exception>
    public static string Write(string address)
    {
        if (!IsAddress(address)) throw new ArgumentException("This is no plain mail address.", nameof(address));
        var value = new StringBuilder("mailto:");
        foreach (var c in address)
        {
            if (c is '%' or '?' or '#' or '&' or '^' or '`' or '{' or '|' or '}') value.Append('%').Append(((int)c).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            else value.Append(c);
        }
        return value.ToString();
    }

    /// <summary>Whether it is a mail address without quotes, comments or a domain in brackets: those exist, and nobody has one.</summary>
    public static bool IsAddress(string address)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal);
        if (at is < 1 or > 64 || address.Length > Longest || at == address.Length - 1) return false;
        return Dotted(address.AsSpan(0, at), "!#$%&'*+-/=?^_`{|}~") && Dotted(address.AsSpan(at + 1), "-") && address[at + 1] != '-' && address[^1] != '-';
    }

    /// <summary>Letters, digits and some others, with single dots between them.</summary>
    static bool Dotted(ReadOnlySpan<char> text, ReadOnlySpan<char> others)
    {
        var afterDot = true;
        foreach (var rune in text.EnumerateRunes())
        {
            var isDot = rune.Value == '.';
            if (isDot ? afterDot : !Rune.IsLetterOrDigit(rune) && !IsMark(rune) && !(rune.IsBmp && others.Contains((char)rune.Value))) return false;
            afterDot = isDot;
        }
        return !afterDot;
    }

    /// <summary>Some scripts write their letters with marks.</summary>
    static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
