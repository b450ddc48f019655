using System.Collections.Concurrent;

namespace Leaderful.ICalendar;

/// <summary>The zones that events speak of.</summary>
internal static class DocumentZones
{
    /// <summary>Years for which single times are given after the last event; what follows a rule goes on without end.</summary>
    const int Ahead = 5;
    const int MostKept = 500;

    /// <summary>A feed is asked for again and again, and its zones are the same each time.</summary>
    static readonly ConcurrentDictionary<(string Id, int From, int To), ICalComponent> Kept = [];

    public static IEnumerable<ICalComponent> Of(IReadOnlyList<CalendarEvent> events)
    {
        var times = events.SelectMany(Times).Where(time => time.Kind == CalendarTimeKind.Zoned);
        foreach (var zoned in times.GroupBy(time => time.ZoneId!, StringComparer.Ordinal).OrderBy(zoned => zoned.Key, StringComparer.Ordinal))
        {
            if (CalendarZone.Find(zoned.Key) is not { } zone) continue;
            var (first, last) = (zoned.Min(time => time.Clock.Year), zoned.Max(time => time.Clock.Year));
            var from = Math.Clamp(first - 1, 2, 9700);
            yield return Component(zone, zoned.Key, from, Math.Clamp(last + Ahead, from, from + 200));
        }
    }

    static ICalComponent Component(TimeZoneInfo zone, string id, int from, int to)
    {
        if (Kept.TryGetValue((id, from, to), out var kept)) return kept;
        var component = CalendarZone.Component(zone, from, to, id);
        if (Kept.Count < MostKept) Kept.TryAdd((id, from, to), component);
        return component;
    }

    static IEnumerable<CalendarTime> Times(CalendarEvent of) =>
        new[] { of.Start, of.End, of.RecurrenceId }.OfType<CalendarTime>().Concat(of.Added).Concat(of.Excepted).Concat(of.Recurrence?.Until is { } until && of.Start.ZoneId is { } id ? [CalendarTime.InZone(until.Clock, id)] : []);
}
