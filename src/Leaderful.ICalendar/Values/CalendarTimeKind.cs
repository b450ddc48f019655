namespace Leaderful.ICalendar;

/// <summary>What the clock of a <see cref="CalendarTime"/> is.</summary>
public enum CalendarTimeKind
{
    /// <summary>A day without a time (RFC 5545, 3.3.4).</summary>
    Date,

    /// <summary>The time on the clock of whoever reads it, wherever they are (RFC 5545, 3.3.5, form 1).</summary>
    Floating,

    /// <summary>A time of UTC (RFC 5545, 3.3.5, form 2).</summary>
    Utc,

    /// <summary>The time on the clocks of a zone (RFC 5545, 3.3.5, form 3).</summary>
    Zoned,
}
