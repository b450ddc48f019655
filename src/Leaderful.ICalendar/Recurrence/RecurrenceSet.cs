namespace Leaderful.ICalendar;

/// <summary>All the times something happens (RFC 5545, 3.8.5): the start, what the rule says and what is added, without what is excepted. All of them on one clock.</summary>
public sealed record RecurrenceSet
{
    /// <summary>DTSTART: always the first, whether it fits the rule or not, unless it is excepted.</summary>
    public required DateTime Start { get; init; }

    /// <summary>RRULE, or null if it happens once.</summary>
    public RecurrenceRule? Rule { get; init; }

    /// <summary>RDATE: further times.</summary>
    public IReadOnlyCollection<DateTime> Added { get; init; } = [];

    /// <summary>EXDATE: times at which it does not happen.</summary>
    public IReadOnlyCollection<DateTime> Excepted { get; init; } = [];

    /// <summary>Whole days on which it does not happen, as some write them for what has a time.</summary>
    public IReadOnlyCollection<DateOnly> ExceptedDays { get; init; } = [];

    /// <summary>The zone of the clock, for a rule that ends at a moment; null for UTC.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>The times, ever later, none twice; lazy, and perhaps without end: see <see cref="RecurrenceRule.Expand(DateTime, TimeZoneInfo?, DateTime?)"/>.</summary>
    /// <param name="from">The earliest to be given.</param>
    /// <exception cref="InvalidOperationException">The rule has no meaning.</exception>
    public IEnumerable<DateTime> Expand(DateTime? from = null)
    {
        var ruled = Rule?.Expand(Start, Zone, from) ?? [];
        var earliest = from ?? DateTime.MinValue;
        return Run(ruled, [.. Added.Append(Start).Where(time => time >= earliest).Distinct().Order()]);
    }

    IEnumerable<DateTime> Run(IEnumerable<DateTime> ruled, DateTime[] added)
    {
        HashSet<DateTime> excepted = [.. Excepted];
        HashSet<DateOnly> days = [.. ExceptedDays];
        foreach (var time in Merge(ruled, added))
        {
            if (!excepted.Contains(time) && (days.Count == 0 || !days.Contains(DateOnly.FromDateTime(time)))) yield return time;
        }
    }

    static IEnumerable<DateTime> Merge(IEnumerable<DateTime> ruled, DateTime[] added)
    {
        var next = 0;
        foreach (var time in ruled)
        {
            while (next < added.Length && added[next] < time) yield return added[next++];
            if (next < added.Length && added[next] == time) next++;
            yield return time;
        }
        while (next < added.Length) yield return added[next++];
    }
}
