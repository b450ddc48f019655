namespace Leaderful.ICalendar;

/// <summary>A reminder that is shown (RFC 5545, 3.6.6, ACTION:DISPLAY).</summary>
/// <param name="Trigger">When, from the start on: minus a quarter of an hour is a quarter of an hour before.</param>
/// <param name="Text">What is shown.</param>
public sealed record CalendarAlarm(CalendarDuration Trigger, string Text);
