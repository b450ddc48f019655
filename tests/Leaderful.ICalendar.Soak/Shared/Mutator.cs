using System.Globalization;
using System.Text;

namespace Leaderful.ICalendar.Soak;

/// <summary>Makes hostile calendars out of real ones. The same number gives the same calendar.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> calendars, int seed)
{
    const int Largest = 300 * 1024;

    static readonly string[] Lumps =
    [
        "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "BEGIN:VCALENDAR\n", "END:VCALENDAR\n", "BEGIN:", "END:", "BEGIN:X\n", "\r\n", "\n", "\r", "\r\n ", "\n\t", " ", "\t", ":", ";", ",", "\"", "\\", "\\n", "\\,", "^", "^n", "^'", "^^", "=", ";X=", ";TZID=",
        "TZID=Europe/Berlin:", "VALUE=DATE:", "\0", "\u007F", "\u00FF", "\u00C3\u00A4", "\u00EF\u00BB\u00BF", "\u00F0\u009F\u0098\u0080", "\u00E2\u0080\u00A8", "mailto:", "@", "METHOD:REPLY\n", "UID:x\n", "DTSTART:20260101T000000\n", "DTSTART;VALUE=DATE:20260101\n",
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.c\n", "EXDATE:20260101T000000Z,20260102\n", "RRULE:FREQ=DAILY\n", "DURATION:PT1H\n", "T", "Z", "99999999", "-", "+", "0",
    ];

    static readonly string[] Dates =
    [
        "00010101T000000", "99991231T235959Z", "99991231", "00010101", "20260329T023000", "20261025T023000", "20240229", "19700101T000000Z", "00000000", "20261301", "20260230T250000", "2026", "20260101T000060Z", "",
    ];

    static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Africa/Casablanca", "Pacific/Apia", "Asia/Gaza", "Nowhere/At_All", "/mozilla.org/20050126_1/Europe/Berlin", "W. Europe Standard Time", "../../etc/passwd", "UTC", "\"a:b\"", ""];

    static readonly string[] Durations = ["PT1H", "-P1D", "P1W", "P99999999W", "PT99999999H99999999M99999999S", "P", "PT", "P1D1H", "P4000000D", "-P4000000DT4S"];

    /// <summary>The calendar of a number: a real one, changed one to four times.</summary>
    public byte[] Make(long number)
    {
        var random = new Random(Mix(seed, number));
        var calendar = Pick(random);
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            calendar = Change(calendar, random);
            if (calendar.Length > Largest) calendar = calendar[..Largest];
        }
        return calendar;
    }

    /// <summary>Hash codes differ from run to run; this does not.</summary>
    static int Mix(int seed, long number)
    {
        var mixed = ((ulong)number + (ulong)(uint)seed + 0x9E3779B97F4A7C15UL) * 0xBF58476D1CE4E5B9UL;
        return (int)((mixed ^ (mixed >> 31)) & 0x7FFFFFFF);
    }

    byte[] Pick(Random random) => calendars[random.Next(calendars.Count)];

    byte[] Change(byte[] calendar, Random random) => random.Next(16) switch
    {
        0 => calendar[..random.Next(calendar.Length + 1)],
        1 => [.. calendar[..random.Next(calendar.Length + 1)], .. Tail(Pick(random), random)],
        2 => Flip(calendar, random),
        3 => Nest(calendar, random),
        4 => Insert(calendar, Repeat(Pick(Lumps, random), random.Next(1, 2000)), random),
        5 => Insert(calendar, Repeat(new string((char)random.Next(256), random.Next(1, 40)), random.Next(1, 500)), random),
        6 or 7 => Swap(calendar, "RRULE:", Rule(random), random),
        8 => Swap(calendar, "DTSTART:", Pick(Dates, random), random),
        9 => Swap(calendar, Pick(["UNTIL=", "EXDATE:", "DTEND:", "RECURRENCE-ID:", "DTSTAMP:"], random), Pick(Dates, random), random),
        10 => Swap(calendar, "TZID=", Pick(Zones, random), random),
        11 => Swap(calendar, Pick(["DURATION:", "TRIGGER:", "REFRESH-INTERVAL:"], random), Pick(Durations, random), random),
        12 => Cut(calendar, random),
        13 => LineEnds(calendar, random),
        14 => Swap(calendar, Pick(["mailto:", "UID:", "SEQUENCE:", "METHOD:", "PARTSTAT=", "URL:", "SUMMARY:"], random), Repeat(Pick(Lumps, random), random.Next(1, 5)), random),
        _ => Insert(calendar, Pick(Lumps, random), random),
    };

    static string Pick(string[] from, Random random) => from[random.Next(from.Length)];

    static byte[] Tail(byte[] calendar, Random random) => calendar[random.Next(calendar.Length + 1)..];

    static byte[] Flip(byte[] calendar, Random random)
    {
        var flipped = (byte[])calendar.Clone();
        for (var i = random.Next(1, 30); i > 0 && flipped.Length > 0; i--) flipped[random.Next(flipped.Length)] = (byte)random.Next(256);
        return flipped;
    }

    static byte[] Nest(byte[] calendar, Random random)
    {
        var depth = random.Next(1, 60);
        var name = Pick(["VCALENDAR", "VEVENT", "X"], random);
        return [.. Seeds.Latin(Repeat($"BEGIN:{name}\n", depth)), .. calendar, .. Seeds.Latin(Repeat($"END:{name}\n", random.Next(depth + 2)))];
    }

    static string Repeat(string lump, int times) => string.Concat(Enumerable.Repeat(lump, times));

    static byte[] Insert(byte[] calendar, string text, Random random)
    {
        var at = random.Next(calendar.Length + 1);
        return [.. calendar[..at], .. Seeds.Latin(text), .. calendar[at..]];
    }

    /// <summary>Puts another value behind one of the places where the text occurs, or a line of its own somewhere.</summary>
    static byte[] Swap(byte[] calendar, string before, string value, Random random)
    {
        var text = Encoding.Latin1.GetString(calendar);
        var at = text.IndexOf(before, random.Next(text.Length + 1), StringComparison.OrdinalIgnoreCase);
        if (at < 0) at = text.IndexOf(before, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return Insert(calendar, before.EndsWith(':') ? $"\r\n{before}{value}\r\n" : $"\r\nDTSTART;{before}{value}:20260301T020000\r\n", random);
        var end = text.AsSpan(at + before.Length).IndexOfAny(":;\r\n") is var length and >= 0 ? at + before.Length + length : text.Length;
        return Encoding.Latin1.GetBytes(string.Concat(text.AsSpan(0, at + before.Length), value, text.AsSpan(end)));
    }

    /// <summary>A rule, mostly one with a meaning.</summary>
    public static string Rule(Random random)
    {
        var frequency = (RecurrenceFrequency)random.Next(7);
        var rule = new StringBuilder("FREQ=").Append(frequency.ToString().ToUpperInvariant());
        if (random.Next(3) == 0) rule.Append(CultureInfo.InvariantCulture, $";INTERVAL={(random.Next(10) == 0 ? int.MaxValue : random.Next(1, 200))}");
        if (random.Next(4) == 0) rule.Append(CultureInfo.InvariantCulture, $";COUNT={(random.Next(10) == 0 ? int.MaxValue : random.Next(1, 200))}");
        else if (random.Next(4) == 0) rule.Append(";UNTIL=").Append(Pick(Dates, random));
        if (random.Next(4) == 0) rule.Append(";WKST=").Append(Weekday(random));
        Numbers(rule, "BYMONTH", 1, 12, random);
        if (frequency == RecurrenceFrequency.Yearly) Numbers(rule, "BYWEEKNO", -53, 53, random);
        if (frequency is RecurrenceFrequency.Yearly or < RecurrenceFrequency.Daily) Numbers(rule, "BYYEARDAY", -366, 366, random);
        if (frequency != RecurrenceFrequency.Weekly) Numbers(rule, "BYMONTHDAY", -31, 31, random);
        if (random.Next(3) == 0) rule.Append(";BYDAY=").AppendJoin(',', Enumerable.Range(0, random.Next(1, 5)).Select(_ => (frequency >= RecurrenceFrequency.Monthly && random.Next(3) == 0 ? random.Next(-5, 6).ToString(CultureInfo.InvariantCulture) : "") + Weekday(random)));
        Numbers(rule, "BYHOUR", 0, 23, random);
        Numbers(rule, "BYMINUTE", 0, 59, random);
        Numbers(rule, "BYSECOND", 0, 60, random);
        Numbers(rule, "BYSETPOS", -366, 366, random);
        return rule.ToString();
    }

    static string Weekday(Random random) => Pick(["MO", "TU", "WE", "TH", "FR", "SA", "SU"], random);

    static void Numbers(StringBuilder rule, string name, int least, int most, Random random)
    {
        if (random.Next(5) > 0) return;
        rule.Append(';').Append(name).Append('=').AppendJoin(',', Enumerable.Range(0, random.Next(1, random.Next(10) == 0 ? 60 : 4)).Select(_ => random.Next(least, most + 1).ToString(CultureInfo.InvariantCulture)));
    }

    static byte[] Cut(byte[] calendar, Random random)
    {
        var from = random.Next(calendar.Length + 1);
        return [.. calendar[..from], .. calendar[random.Next(from, calendar.Length + 1)..]];
    }

    static byte[] LineEnds(byte[] calendar, Random random)
    {
        var text = Encoding.Latin1.GetString(calendar);
        string[] ends = ["\n", "\r\n", "\r", "\n\n", "", "\r\n ", "\n\t"];
        return Encoding.Latin1.GetBytes(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", ends[random.Next(ends.Length)], StringComparison.Ordinal));
    }
}
