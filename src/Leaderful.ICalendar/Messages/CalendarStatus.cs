namespace Leaderful.ICalendar;

/// <summary>How sure an event is (RFC 5545, 3.8.1.11).</summary>
public enum CalendarStatus
{
    /// <summary>It may be.</summary>
    Tentative,

    /// <summary>It will be.</summary>
    Confirmed,

    /// <summary>It will not be.</summary>
    Cancelled,
}
