namespace Leaderful.ICalendar;

/// <summary>
/// RFC 5545 (3.3.10) wants the end of a rule to be of the sort its start is: a day for a day, UTC for a time with a zone. Many readers
/// take nothing else, so it is written that way, whatever it was given as; the times are the same.
/// </summary>
internal static class RuleEnd
{
    public static RecurrenceRule Like(this RecurrenceRule rule, CalendarTime start)
    {
        if (rule.Until is not { } until || until.Kind == start.Kind) return rule;
        if (start.IsDate) return rule with { Until = CalendarTime.On(until.Date) };
        // A day counts whole.
        var clock = until.IsDate ? until.Clock.AddSeconds(86_399) : until.Clock;
        return start.Kind switch
        {
            CalendarTimeKind.Floating => until.IsDate ? rule with { Until = CalendarTime.Floating(clock) } : rule,
            CalendarTimeKind.Zoned when until.Kind != CalendarTimeKind.Utc && CalendarZone.Find(start.ZoneId!) is { } zone => rule with { Until = CalendarTime.Utc(CalendarZone.ToUtc(zone, clock)) },
            CalendarTimeKind.Utc => rule with { Until = CalendarTime.Utc(new DateTimeOffset(clock, TimeSpan.Zero)) },
            _ => rule,
        };
    }
}
