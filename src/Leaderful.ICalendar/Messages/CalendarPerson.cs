namespace Leaderful.ICalendar;

/// <summary>The organizer of an event (RFC 5545, 3.8.4.3).</summary>
/// <param name="Address">A plain mail address; see <see cref="CalendarAddress.IsAddress"/>.</param>
/// <param name="Name">A name to show, on one line, or null.</param>
public sealed record CalendarPerson(string Address, string? Name = null);
