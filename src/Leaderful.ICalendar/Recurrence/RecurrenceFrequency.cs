namespace Leaderful.ICalendar;

/// <summary>The unit in which a <see cref="RecurrenceRule"/> counts (RFC 5545, 3.3.10, FREQ), from the shortest.</summary>
public enum RecurrenceFrequency
{
    /// <summary>Every second.</summary>
    Secondly,

    /// <summary>Every minute.</summary>
    Minutely,

    /// <summary>Every hour.</summary>
    Hourly,

    /// <summary>Every day.</summary>
    Daily,

    /// <summary>Every week.</summary>
    Weekly,

    /// <summary>Every month.</summary>
    Monthly,

    /// <summary>Every year.</summary>
    Yearly,
}
