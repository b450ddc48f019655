using System.Globalization;

namespace Leaderful.ICalendar;

/// <summary>Reads rules (RFC 5545, 3.3.10).</summary>
internal static class RecurrenceText
{
    public static RecurrenceRule? Parse(string text, out RecurrenceProblem problem)
    {
        problem = RecurrenceProblem.TooLong;
        if (text.Length > RecurrenceRule.LongestText) return null;
        problem = Parts(text, out var parts);
        if (problem != RecurrenceProblem.None) return null;
        var rule = Rule(parts, ref problem);
        if (problem == RecurrenceProblem.None) problem = rule.Check();
        return problem == RecurrenceProblem.None ? rule : null;
    }

    static RecurrenceProblem Parts(string text, out Dictionary<string, string> parts)
    {
        parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1 || !parts.TryAdd(part[..equals].ToUpperInvariant(), part[(equals + 1)..])) return RecurrenceProblem.Part;
        }
        return RecurrenceProblem.None;
    }

    /// <summary>Takes every part out; what is left then is not known, as RSCALE (RFC 7529) is not.</summary>
    static RecurrenceRule Rule(Dictionary<string, string> parts, ref RecurrenceProblem problem)
    {
        var rule = new RecurrenceRule
        {
            Frequency = Frequency(parts, ref problem),
            Interval = Number(parts, "INTERVAL", RecurrenceProblem.Interval, ref problem) ?? 1,
            Count = Number(parts, "COUNT", RecurrenceProblem.Count, ref problem),
            Until = Until(parts, ref problem),
            WeekStart = WeekStart(parts, ref problem),
            Seconds = Numbers(parts, "BYSECOND", RecurrenceProblem.Seconds, ref problem),
            Minutes = Numbers(parts, "BYMINUTE", RecurrenceProblem.Minutes, ref problem),
            Hours = Numbers(parts, "BYHOUR", RecurrenceProblem.Hours, ref problem),
            Days = Days(parts, ref problem),
            MonthDays = Numbers(parts, "BYMONTHDAY", RecurrenceProblem.MonthDays, ref problem),
            YearDays = Numbers(parts, "BYYEARDAY", RecurrenceProblem.YearDays, ref problem),
            Weeks = Numbers(parts, "BYWEEKNO", RecurrenceProblem.Weeks, ref problem),
            Months = Numbers(parts, "BYMONTH", RecurrenceProblem.Months, ref problem),
            Positions = Numbers(parts, "BYSETPOS", RecurrenceProblem.Positions, ref problem),
        };
        if (parts.Count > 0) Note(ref problem, RecurrenceProblem.Part);
        return rule;
    }

    static void Note(ref RecurrenceProblem problem, RecurrenceProblem found)
    {
        if (problem == RecurrenceProblem.None) problem = found;
    }

    static RecurrenceFrequency Frequency(Dictionary<string, string> parts, ref RecurrenceProblem problem)
    {
        parts.Remove("FREQ", out var value);
        foreach (var frequency in Enum.GetValues<RecurrenceFrequency>())
        {
            if (frequency.ToString().Equals(value, StringComparison.OrdinalIgnoreCase)) return frequency;
        }
        Note(ref problem, RecurrenceProblem.Frequency);
        return default;
    }

    static CalendarTime? Until(Dictionary<string, string> parts, ref RecurrenceProblem problem)
    {
        if (!parts.Remove("UNTIL", out var value)) return null;
        var until = CalendarTime.Parse(value);
        if (until is null) Note(ref problem, RecurrenceProblem.Until);
        return until;
    }

    static DayOfWeek WeekStart(Dictionary<string, string> parts, ref RecurrenceProblem problem)
    {
        if (!parts.Remove("WKST", out var value)) return DayOfWeek.Monday;
        if (Weekday(value) is { } day) return day;
        Note(ref problem, RecurrenceProblem.WeekStart);
        return default;
    }

    static DayOfWeek? Weekday(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < RecurrenceWriter.DayNames.Length; i++)
        {
            if (name.Equals(RecurrenceWriter.DayNames[i], StringComparison.OrdinalIgnoreCase)) return (DayOfWeek)i;
        }
        return null;
    }

    static int? Number(Dictionary<string, string> parts, string name, RecurrenceProblem wrong, ref RecurrenceProblem problem)
    {
        if (!parts.Remove(name, out var value)) return null;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        Note(ref problem, wrong);
        return null;
    }

    static List<int> Numbers(Dictionary<string, string> parts, string name, RecurrenceProblem wrong, ref RecurrenceProblem problem)
    {
        List<int> numbers = [];
        if (!parts.Remove(name, out var value)) return numbers;
        foreach (var item in value.Split(',', StringSplitOptions.TrimEntries))
        {
            if (int.TryParse(item, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) numbers.Add(number);
            else Note(ref problem, wrong);
        }
        return numbers;
    }

    static List<RecurrenceDay> Days(Dictionary<string, string> parts, ref RecurrenceProblem problem)
    {
        List<RecurrenceDay> days = [];
        if (!parts.Remove("BYDAY", out var value)) return days;
        foreach (var item in value.Split(',', StringSplitOptions.TrimEntries))
        {
            if (Day(item) is { } day) days.Add(day);
            else Note(ref problem, RecurrenceProblem.Days);
        }
        return days;
    }

    static RecurrenceDay? Day(string item)
    {
        if (item.Length < 2 || Weekday(item.AsSpan(item.Length - 2)) is not { } day) return null;
        if (item.Length == 2) return new RecurrenceDay(day);
        return int.TryParse(item.AsSpan(0, item.Length - 2), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ordinal) && ordinal != 0 ? new RecurrenceDay(day, ordinal) : null;
    }
}
