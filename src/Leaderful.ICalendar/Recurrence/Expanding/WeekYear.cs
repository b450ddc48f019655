namespace Leaderful.ICalendar;

/// <summary>Years of whole weeks (ISO 8601, with any weekday as the first): the first week is the one with four days or more in the year. Days are counted as <see cref="DateOnly.DayNumber"/>, and may lie outside of what a date can be.</summary>
internal static class WeekYear
{
    /// <summary>The first day of the week of a day.</summary>
    public static int WeekStart(int day, DayOfWeek first)
    {
        // Day 0 is a Monday.
        var since = (((day + 1 - (int)first) % 7) + 7) % 7;
        return day - since;
    }

    /// <summary>The day on which the first week of a year begins, up to the year 10000.</summary>
    public static int Start(int year, DayOfWeek first) => WeekStart((year > 9999 ? DateOnly.MaxValue.DayNumber + 1 : new DateOnly(year, 1, 1).DayNumber) + 3, first);

    /// <summary>The year of the week of a day.</summary>
    public static int Of(DateOnly date, DayOfWeek first)
    {
        if (date.DayNumber < Start(date.Year, first)) return date.Year - 1;
        return date.DayNumber >= Start(date.Year + 1, first) ? date.Year + 1 : date.Year;
    }
}
