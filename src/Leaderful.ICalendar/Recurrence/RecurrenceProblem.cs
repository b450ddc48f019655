namespace Leaderful.ICalendar;

/// <summary>What is wrong with a rule (RFC 5545, 3.3.10). There is nothing else.</summary>
public enum RecurrenceProblem
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The text is longer than <see cref="RecurrenceRule.LongestText"/>.</summary>
    TooLong,

    /// <summary>A part is no name with a value, is not known, or stands twice.</summary>
    Part,

    /// <summary>FREQ is missing or not known.</summary>
    Frequency,

    /// <summary>INTERVAL is no positive number.</summary>
    Interval,

    /// <summary>COUNT is no positive number.</summary>
    Count,

    /// <summary>UNTIL is no date or time, or stands beside COUNT.</summary>
    Until,

    /// <summary>WKST is no weekday.</summary>
    WeekStart,

    /// <summary>BYSECOND is not of 0 to 60.</summary>
    Seconds,

    /// <summary>BYMINUTE is not of 0 to 59.</summary>
    Minutes,

    /// <summary>BYHOUR is not of 0 to 23.</summary>
    Hours,

    /// <summary>BYDAY holds no weekday, an ordinal beyond 53, or one where the rule has no months or years to count them in.</summary>
    Days,

    /// <summary>BYMONTHDAY is not of ±1 to ±31, or stands in a weekly rule.</summary>
    MonthDays,

    /// <summary>BYYEARDAY is not of ±1 to ±366, or stands in a daily, weekly or monthly rule.</summary>
    YearDays,

    /// <summary>BYWEEKNO is not of ±1 to ±53, or stands in a rule that is not yearly.</summary>
    Weeks,

    /// <summary>BYMONTH is not of 1 to 12.</summary>
    Months,

    /// <summary>BYSETPOS is not of ±1 to ±366, or stands alone.</summary>
    Positions,
}
