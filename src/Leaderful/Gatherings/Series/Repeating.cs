using Leaderful.ICalendar;

namespace Leaderful.Gatherings.Series;

public enum Again { Once, Weekly, Fortnightly, Monthly }

/// <summary>How often it comes again, as a person says it and as a rule.</summary>
public static class Repeating
{
    /// <summary>On the same day of the week; each month on the same one of the month, or on the last where it is the fifth.</summary>
    public static RecurrenceRule Rule(Again again, DateOnly first, DateOnly? until) => again switch
    {
        Again.Monthly => new RecurrenceRule { Frequency = RecurrenceFrequency.Monthly, Days = [new RecurrenceDay(first.DayOfWeek, Nth(first))], Until = Until(until) },
        _ => new RecurrenceRule { Frequency = RecurrenceFrequency.Weekly, Interval = again == Again.Fortnightly ? 2 : 1, Until = Until(until) },
    };

    private static int Nth(DateOnly day) => day.Day > 28 ? -1 : ((day.Day - 1) / 7) + 1;

    private static CalendarTime? Until(DateOnly? until) => until is { } day ? CalendarTime.On(day) : null;
}
