namespace Leaderful.ICalendar;

/// <summary>The zones that events speak of.</summary>
internal static class DocumentZones
{
    /// <summary>Years for which single times are given after the last event; what follows a rule goes on without end.</summary>
    const int Ahead = 5;

    public static IEnumerable<ICalComponent> Of(IReadOnlyList<CalendarEvent> events)
    {
        var times = events.SelectMany(Times).Where(time => time.Kind == CalendarTimeKind.Zoned);
        foreach (var zoned in times.GroupBy(time => time.ZoneId!, StringComparer.Ordinal).OrderBy(zoned => zoned.Key, StringComparer.Ordinal))
        {
            if (CalendarZone.Find(zoned.Key) is not { } zone) continue;
            var (first, last) = (zoned.Min(time => time.Clock.Year), zoned.Max(time => time.Clock.Year));
            var from = Math.Clamp(first - 1, 2, 9700);
            yield return CalendarZone.Component(zone, from, Math.Clamp(last + Ahead, from, from + 200), zoned.Key);
        }
    }

    static IEnumerable<CalendarTime> Times(CalendarEvent of) =>
        new[] { of.Start, of.End, of.RecurrenceId }.OfType<CalendarTime>().Concat(of.Added).Concat(of.Excepted).Concat(of.Recurrence?.Until is { } until && of.Start.ZoneId is { } id ? [CalendarTime.InZone(until.Clock, id)] : []);
}
