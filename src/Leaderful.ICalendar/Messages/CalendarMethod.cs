namespace Leaderful.ICalendar;

/// <summary>What a calendar that is sent wants of whoever gets it (RFC 5546, 1.4).</summary>
public enum CalendarMethod
{
    /// <summary>To be looked at; nothing is asked.</summary>
    Publish,

    /// <summary>An invitation, or news of one.</summary>
    Request,

    /// <summary>The answer to an invitation.</summary>
    Reply,

    /// <summary>One more time of something that recurs.</summary>
    Add,

    /// <summary>It will not happen, or not with you.</summary>
    Cancel,

    /// <summary>A wish for the newest version.</summary>
    Refresh,

    /// <summary>Another time is suggested.</summary>
    Counter,

    /// <summary>The suggestion is not taken up.</summary>
    DeclineCounter,
}
