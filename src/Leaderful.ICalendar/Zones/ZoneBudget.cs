namespace Leaderful.ICalendar;

/// <summary>
/// How many zones one calendar may speak of. Looking for one that is not known takes a tenth of a millisecond, and a hostile calendar
/// can name a hundred thousand.
/// </summary>
internal sealed class ZoneBudget(int most)
{
    readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>Whether a time may be taken.</summary>
    public bool Allows(CalendarTime time) => time.ZoneId is not { } id || seen.Contains(id) || (seen.Count < most && seen.Add(id));
}
