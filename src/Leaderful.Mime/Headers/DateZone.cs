using System.Globalization;

namespace Leaderful.Mime;

/// <summary>Zones of mail dates (RFC 5322, 4.3).</summary>
internal static class DateZone
{
    /// <summary>Minutes east of UTC, or null if the word names no zone. Letters of the military say nothing reliable and count as unknown.</summary>
    public static int? Offset(ReadOnlySpan<char> word)
    {
        if (word[0] is '+' or '-') return Numeric(word);
        var sign = word.IndexOfAny('+', '-');
        if (sign > 0) return Numeric(word[sign..]); // GMT+0200
        return word.Length > 5 ? null : Named(word);
    }

    static int? Numeric(ReadOnlySpan<char> word)
    {
        Span<char> digits = stackalloc char[4];
        var count = 0;
        foreach (var c in word[1..])
        {
            if (char.IsAsciiDigit(c) && count < 4) digits[count++] = c;
            else if (c != ':') break;
        }
        if (count == 0) return null;
        var number = int.Parse(digits[..count], NumberStyles.None, CultureInfo.InvariantCulture);
        var minutes = count <= 2 ? number * 60 : (number / 100 * 60) + (number % 100);
        return word[0] == '-' ? -minutes : minutes;
    }

    static int? Named(ReadOnlySpan<char> word)
    {
        Span<char> upper = stackalloc char[word.Length];
        word.ToUpperInvariant(upper);
        return upper switch
        {
            "UT" or "UTC" or "GMT" or "Z" or "WET" => 0,
            "EST" => -300,
            "EDT" => -240,
            "CST" => -360,
            "CDT" => -300,
            "MST" => -420,
            "MDT" => -360,
            "PST" => -480,
            "PDT" => -420,
            "AKST" => -540,
            "AKDT" => -480,
            "HST" => -600,
            "BST" or "CET" or "MET" or "MEZ" => 60,
            "CEST" or "MEST" or "MESZ" or "EET" => 120,
            "EEST" or "MSK" => 180,
            "MSD" => 240,
            "SGT" or "HKT" => 480,
            "JST" or "KST" => 540,
            "AEST" => 600,
            "AEDT" => 660,
            "NZST" => 720,
            "NZDT" => 780,
            _ => null,
        };
    }
}
