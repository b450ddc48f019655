namespace Leaderful.ICalendar;

/// <summary>Why something is no <see cref="CalendarReply"/>. There are no other reasons.</summary>
public enum CalendarReplyProblem
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>It is longer than <see cref="CalendarReply.LongestText"/>.</summary>
    TooLong,

    /// <summary>It is no calendar, or a damaged one.</summary>
    Unreadable,

    /// <summary>It holds more than one calendar.</summary>
    SeveralCalendars,

    /// <summary>Its method is not REPLY.</summary>
    Method,

    /// <summary>It holds no event.</summary>
    NoEvent,

    /// <summary>It holds more than one event.</summary>
    SeveralEvents,

    /// <summary>The event has no id, or more than one, or one longer than <see cref="CalendarReply.LongestUid"/>.</summary>
    Uid,

    /// <summary>The event's RECURRENCE-ID is no time, means several, or stands twice.</summary>
    RecurrenceId,

    /// <summary>The event's SEQUENCE is no number.</summary>
    Sequence,

    /// <summary>Nobody answers, or more than one.</summary>
    Attendee,

    /// <summary>Whoever answers has no plain mail address.</summary>
    Address,

    /// <summary>What they answer is not said, not known, or said in two ways.</summary>
    Participation,
}
