namespace Leaderful.ICalendar;

/// <summary>What somebody is to an event (RFC 5545, 3.2.16).</summary>
public enum CalendarRole
{
    /// <summary>It needs them; as the standard has it where nothing is said.</summary>
    Required,

    /// <summary>They lead it.</summary>
    Chair,

    /// <summary>They are welcome.</summary>
    Optional,

    /// <summary>They are told of it.</summary>
    NonParticipant,
}
