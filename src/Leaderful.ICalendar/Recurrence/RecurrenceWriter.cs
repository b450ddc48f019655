using System.Globalization;
using System.Text;

namespace Leaderful.ICalendar;

/// <summary>Writes rules (RFC 5545, 3.3.10), always in the same order.</summary>
internal static class RecurrenceWriter
{
    /// <summary>As <see cref="DayOfWeek"/> counts them.</summary>
    public static readonly string[] DayNames = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    public static string Write(RecurrenceRule rule)
    {
        var text = new StringBuilder("FREQ=").Append(rule.Frequency.ToString().ToUpperInvariant());
        if (rule.Interval != 1) text.Append(CultureInfo.InvariantCulture, $";INTERVAL={rule.Interval}");
        if (rule.Count is { } count) text.Append(CultureInfo.InvariantCulture, $";COUNT={count}");
        if (rule.Until is { } until) text.Append(";UNTIL=").Append(until);
        Write(text, "BYSECOND", rule.Seconds);
        Write(text, "BYMINUTE", rule.Minutes);
        Write(text, "BYHOUR", rule.Hours);
        if (rule.Days.Count > 0) text.Append(";BYDAY=").AppendJoin(',', rule.Days.Select(Write));
        Write(text, "BYMONTHDAY", rule.MonthDays);
        Write(text, "BYYEARDAY", rule.YearDays);
        Write(text, "BYWEEKNO", rule.Weeks);
        Write(text, "BYMONTH", rule.Months);
        Write(text, "BYSETPOS", rule.Positions);
        if (rule.WeekStart != DayOfWeek.Monday) text.Append(";WKST=").Append(Name(rule.WeekStart));
        return text.ToString();
    }

    static void Write(StringBuilder text, string name, IReadOnlyList<int> numbers)
    {
        if (numbers.Count > 0) text.Append(';').Append(name).Append('=').AppendJoin(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
    }

    static string Write(RecurrenceDay day) => day.Ordinal == 0 ? Name(day.Day) : day.Ordinal.ToString(CultureInfo.InvariantCulture) + Name(day.Day);

    /// <summary>A rule that was put together wrongly is written all the same, so that it can be looked at.</summary>
    static string Name(DayOfWeek day) => Enum.IsDefined(day) ? DayNames[(int)day] : "??";
}
