namespace Leaderful.ICalendar;

/// <summary>Somebody who is invited (RFC 5545, 3.8.4.1).</summary>
/// <param name="Address">A plain mail address; see <see cref="CalendarAddress.IsAddress"/>.</param>
/// <param name="Name">A name to show, on one line, or null.</param>
public sealed record CalendarAttendee(string Address, string? Name = null)
{
    /// <summary>What they answered.</summary>
    public CalendarParticipation Participation { get; init; }

    /// <summary>What they are to the event.</summary>
    public CalendarRole Role { get; init; }

    /// <summary>Whether they are asked to answer.</summary>
    public bool IsAsked { get; init; }
}
