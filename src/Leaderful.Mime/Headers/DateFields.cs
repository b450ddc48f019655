using System.Buffers;
using System.Globalization;

namespace Leaderful.Mime;

/// <summary>Takes the words of a date one by one, each for what it looks like, and puts the date together.</summary>
internal ref struct DateFields
{
    static readonly SearchValues<char> TimeCharacters = SearchValues.Create("0123456789:.");

    int day = -1, month = -1, year = -1, hour = -1, minute = -1, second;
    int? offset;
    bool afternoon, morning;

    public DateFields()
    {
    }

    public void Take(ReadOnlySpan<char> word)
    {
        if (word.Contains(':')) TakeTimeOrIso(word);
        else if (hour >= 0 && word[0] is '+' or '-' && word.Length > 1) offset ??= DateZone.Offset(word);
        else if (char.IsAsciiDigit(word[0])) TakeNumbers(word);
        else if (day < 0 && month < 0 && word.Contains('-') && word.Length > 6) TakeParts(word, '-');
        else TakeName(word);
    }

    public readonly DateTimeOffset? ToDate()
    {
        if (day < 1 || month is < 1 or > 12 || year is < 1 or > 9999 || day > DateTime.DaysInMonth(year, month)) return null;
        var hours = afternoon && hour < 12 ? hour + 12 : morning && hour == 12 ? 0 : Math.Max(hour, 0);
        if (hours > 23 || minute > 59 || second > 60) return null;
        var local = new DateTime(year, month, day, hours, Math.Max(minute, 0), Math.Min(second, 59), DateTimeKind.Unspecified);
        var zone = TimeSpan.FromMinutes(offset is { } minutes && Math.Abs(minutes) <= 14 * 60 ? minutes : 0);
        var utc = local.Ticks - zone.Ticks;
        return utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(local, zone);
    }

    void TakeTimeOrIso(ReadOnlySpan<char> word)
    {
        if (word.IndexOf('T') is var mark and > 0 && char.IsAsciiDigit(word[0]))
        {
            TakeParts(word[..mark], '-');
            word = word[(mark + 1)..];
        }
        else if (!char.IsAsciiDigit(word[0]))
        {
            return;
        }
        var zone = word.IndexOfAny("+-Z");
        if (zone > 0)
        {
            offset ??= DateZone.Offset(word[zone..]);
            word = word[..zone];
        }
        TakeTime(word, ':');
    }

    void TakeTime(ReadOnlySpan<char> word, char separator)
    {
        if (hour >= 0) return;
        var suffix = word.IndexOfAnyExcept(TimeCharacters);
        if (suffix > 0)
        {
            TakeName(word[suffix..]);
            word = word[..suffix];
        }
        Span<Range> parts = stackalloc Range[4];
        var count = word.Split(parts, separator);
        if (count < 2) return;
        (hour, minute) = (Number(word[parts[0]]), Number(word[parts[1]]));
        if (count > 2) second = Math.Max(0, Number(word[parts[2]]));
        if (hour < 0 || minute < 0) (hour, minute) = (99, 99); // not a time: makes the date unreadable
    }

    void TakeNumbers(ReadOnlySpan<char> word)
    {
        if (word.Contains('-') || word.Contains('/')) TakeParts(word, word.Contains('-') ? '-' : '/');
        else if (day > 0 && year >= 0 && hour < 0 && word.Count('.') is 1 or 2) TakeTime(word, '.');
        else if (word.Contains('.')) TakeParts(word, '.');
        else if (word.Length == 4 && year < 0 && day >= 0) year = Number(word);
        else if (day < 0) TakeDay(word);
        else if (year < 0) TakeYear(word);
    }

    void TakeDay(ReadOnlySpan<char> word)
    {
        var digits = word.IndexOfAnyExceptInRange('0', '9');
        var number = Number(digits < 0 ? word : word[..digits]); // 1st, 2nd, 17May
        if (number > 31) TakeYear(word);
        else day = number;
        if (digits > 0) TakeName(word[digits..]);
    }

    /// <summary>RFC 5322, 4.3: two digits below 50 are of this century, other two or three digits add to 1900.</summary>
    void TakeYear(ReadOnlySpan<char> word)
    {
        var number = Number(word.TrimStart('\''));
        if (number >= 0) year = word.Length > 3 || number > 999 ? number : number < 50 && word.Length < 3 ? 2000 + number : 1900 + number;
    }

    /// <summary>A date in one word: 17-May-2000, 2000-05-17, 17.5.2000. Slashes only year first, for 5/6 says nothing.</summary>
    void TakeParts(ReadOnlySpan<char> word, char separator)
    {
        Span<Range> parts = stackalloc Range[4];
        if (word.Split(parts, separator) < 3) return;
        var first = word[parts[0]];
        var middle = word[parts[1]];
        var last = word[parts[2]];
        var yearFirst = first.Length == 4;
        if (separator == '/' && !yearFirst && Month(middle) < 0) return;
        day = Number(yearFirst ? last : first);
        month = Number(middle) is var number and >= 0 ? number : Month(middle);
        TakeYear(yearFirst ? first : last);
    }

    void TakeName(ReadOnlySpan<char> word)
    {
        if (word.Equals("PM", StringComparison.OrdinalIgnoreCase)) afternoon = true;
        else if (word.Equals("AM", StringComparison.OrdinalIgnoreCase)) morning = true;
        else if (month < 0 && Month(word) is var number and > 0) month = number;
        else if (hour >= 0) offset ??= DateZone.Offset(word);
    }

    /// <summary>English names (RFC 5322), short or whole; a few senders use those of their language.</summary>
    static int Month(ReadOnlySpan<char> word)
    {
        if (word.Length < 3) return -1;
        var start = word[..3];
        ReadOnlySpan<string> names =
            ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mär", "mai", "okt", "dez", "fév", "avr", "aoû", "déc", "mrt", "mei"];
        ReadOnlySpan<byte> numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 3, 5, 10, 12, 2, 4, 8, 12, 3, 5];
        for (var i = 0; i < names.Length; i++)
        {
            if (start.Equals(names[i], StringComparison.OrdinalIgnoreCase)) return numbers[i];
        }
        return -1;
    }

    static int Number(ReadOnlySpan<char> digits)
    {
        if (digits.IndexOf('.') is var fraction and > 0) digits = digits[..fraction];
        return digits.Length <= 5 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
    }
}
