using System.Buffers;
using System.Collections.Concurrent;

namespace Leaderful.ICalendar;

/// <summary>Zones: found by their TZID, asked what moment a clock means, and written as VTIMEZONE for readers who do not know them (RFC 5545, 3.6.5).</summary>
public static class CalendarZone
{
    const int LongestId = 200;
    const int MostRemembered = 1000;

    static readonly SearchValues<char> IdLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/ .()");

    /// <summary>A name that is no zone is looked for on the disk each time, which somebody else's calendar could make many of.</summary>
    static readonly ConcurrentDictionary<string, bool> Unknown = new(StringComparer.Ordinal);

    /// <summary>
    /// The zone of a TZID, or null: an IANA name, also at the end of a longer id as some programs write it
    /// (<c>/mozilla.org/20050126_1/Europe/Berlin</c>), or a name of Windows. Never throws.
    /// </summary>
    public static TimeZoneInfo? Find(string id)
    {
        if (id.Length is 0 or > LongestId || id.AsSpan().IndexOfAnyExcept(IdLetters) >= 0 || id.Contains("..", StringComparison.Ordinal) || Unknown.ContainsKey(id)) return null;
        if (FindExactly(id) is { } zone) return zone;
        var parts = id.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(3, parts.Length - 1); count > 0; count--)
        {
            if (FindExactly(string.Join('/', parts[^count..])) is { } last) return last;
        }
        if (Unknown.Count < MostRemembered) Unknown.TryAdd(id, true);
        return null;
    }

    static TimeZoneInfo? FindExactly(string id) => !id.StartsWith('/') && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;

    /// <summary>
    /// The moment a clock in a zone means (RFC 5545, 3.3.5). What the clock leaps over is shifted forward by the leap: half past two, where
    /// it goes from two to three, is half past three. Of what it shows twice the first is meant.
    /// </summary>
    public static DateTimeOffset ToUtc(TimeZoneInfo zone, DateTime clock)
    {
        var before = zone.GetUtcOffset(Moment(clock.Ticks - TimeSpan.TicksPerDay));
        var after = zone.GetUtcOffset(Moment(clock.Ticks + TimeSpan.TicksPerDay));
        var early = Moment(clock.Ticks - before.Ticks);
        if (before == after || zone.GetUtcOffset(early) == before) return early;
        var late = Moment(clock.Ticks - after.Ticks);
        // In a gap neither is right: as though the clock had not been set yet.
        return zone.GetUtcOffset(late) == after ? late : early;
    }

    static DateTimeOffset Moment(long ticks) => new(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks), TimeSpan.Zero);

    /// <summary>
    /// The VTIMEZONE of a zone. Rules that still hold in the last year have no end, so that it also serves for later years as far as anybody
    /// knows today. Made by asking the zone, day by day: keep it if you need it often.
    /// </summary>
    /// <param name="zone">The zone.</param>
    /// <param name="fromYear">The first year for which it must be right.</param>
    /// <param name="toYear">The last, at most 200 years later.</param>
    /// <param name="id">The TZID; by default the zone's own, as IANA writes it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The years are none, or too many.</exception>
    public static ICalComponent Component(TimeZoneInfo zone, int fromYear, int toYear, string? id = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fromYear, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(toYear, 9900);
        ArgumentOutOfRangeException.ThrowIfLessThan(toYear, fromYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(toYear, fromYear + 200);
        id ??= !zone.HasIanaId && TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana : zone.Id;
        return new ICalComponent("VTIMEZONE", [ICalProperty.OfText("TZID", id)], ZoneObservances.Of(zone, fromYear, toYear));
    }
}
