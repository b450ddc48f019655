namespace Leaderful.ICalendar;

/// <summary>What somebody answered (RFC 5545, 3.2.12).</summary>
public enum CalendarParticipation
{
    /// <summary>Nothing yet.</summary>
    NeedsAction,

    /// <summary>They come.</summary>
    Accepted,

    /// <summary>They do not come.</summary>
    Declined,

    /// <summary>They may come.</summary>
    Tentative,

    /// <summary>Somebody else comes for them.</summary>
    Delegated,
}
