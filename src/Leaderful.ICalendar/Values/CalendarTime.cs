using System.Globalization;

namespace Leaderful.ICalendar;

/// <summary>A DATE or DATE-TIME (RFC 5545, 3.3.4 and 3.3.5): a day, or a time on some clock, to the second.</summary>
public sealed record CalendarTime
{
    CalendarTime(DateTime clock, CalendarTimeKind kind, string? zoneId = null)
    {
        Clock = DateTime.SpecifyKind(new DateTime(clock.Ticks - (clock.Ticks % TimeSpan.TicksPerSecond)), DateTimeKind.Unspecified);
        (Kind, ZoneId) = (kind, zoneId);
    }

    /// <summary>What the clock shows, its kind unspecified; midnight of a day.</summary>
    public DateTime Clock { get; }

    /// <summary>Which clock it is.</summary>
    public CalendarTimeKind Kind { get; }

    /// <summary>The TZID of a <see cref="CalendarTimeKind.Zoned"/> time, as it was written; else null.</summary>
    public string? ZoneId { get; }

    /// <summary>The day on that clock.</summary>
    public DateOnly Date => DateOnly.FromDateTime(Clock);

    /// <summary>Whether it is a day without a time.</summary>
    public bool IsDate => Kind == CalendarTimeKind.Date;

    /// <summary>A day.</summary>
    public static CalendarTime On(DateOnly date) => new(date.ToDateTime(default), CalendarTimeKind.Date);

    /// <summary>A time on the clock of whoever reads it.</summary>
    public static CalendarTime Floating(DateTime clock) => new(clock, CalendarTimeKind.Floating);

    /// <summary>A moment.</summary>
    public static CalendarTime Utc(DateTimeOffset moment) => new(moment.UtcDateTime, CalendarTimeKind.Utc);

    /// <summary>A time on the clocks of a zone.</summary>
    /// <param name="clock">What the clocks there show.</param>
    /// <param name="zoneId">The zone's IANA name, such as <c>Europe/Berlin</c>, on one line.</param>
    /// <exception cref="ArgumentException">The zone has no name.</exception>
    public static CalendarTime InZone(DateTime clock, string zoneId) =>
        ICalText.OneLine(zoneId) is { Length: > 0 } id ? new(clock, CalendarTimeKind.Zoned, id) : throw new ArgumentException("The zone has no name.", nameof(zoneId));

    /// <summary>The moment, or null if the zone is not known. Gaps and overlaps are as in <see cref="CalendarZone.ToUtc"/>.</summary>
    /// <param name="reader">The zone of whoever reads it, for days and floating times; UTC if null.</param>
    public DateTimeOffset? ToMoment(TimeZoneInfo? reader = null) => Kind switch
    {
        CalendarTimeKind.Utc => new DateTimeOffset(Clock, TimeSpan.Zero),
        CalendarTimeKind.Zoned => CalendarZone.Find(ZoneId!) is { } zone ? CalendarZone.ToUtc(zone, Clock) : null,
        _ => CalendarZone.ToUtc(reader ?? TimeZoneInfo.Utc, Clock),
    };

    /// <summary>What the clock of <paramref name="like"/> shows at this time: of a day or a floating time what it shows itself. Null if a zone is not known.</summary>
    internal DateTime? OnClockOf(CalendarTime like)
    {
        if (Kind == like.Kind && ZoneId == like.ZoneId) return Clock;
        if (Kind is not (CalendarTimeKind.Utc or CalendarTimeKind.Zoned) || like.Kind is not (CalendarTimeKind.Utc or CalendarTimeKind.Zoned)) return Clock;
        if (ToMoment() is not { } moment) return null;
        if (like.Kind == CalendarTimeKind.Utc) return moment.UtcDateTime;
        return CalendarZone.Find(like.ZoneId!) is { } zone ? TimeZoneInfo.ConvertTime(moment, zone).DateTime : null;
    }

    /// <summary>The time so much later, or null where no clock goes that far. Days are days of the calendar, the rest is time that passes (RFC 5545, 3.3.6).</summary>
    public CalendarTime? Add(CalendarDuration duration)
    {
        var ticks = Clock.Ticks + (duration.Days * TimeSpan.TicksPerDay);
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks) return null;
        var shifted = new CalendarTime(new DateTime(ticks), Kind, ZoneId);
        if (duration.Time == TimeSpan.Zero) return shifted;
        if (Kind == CalendarTimeKind.Zoned && CalendarZone.Find(ZoneId!) is { } zone) return shifted.AddIn(zone, duration.Time);
        ticks += duration.Time.Ticks;
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks ? null : new CalendarTime(IsDate ? new DateTime(ticks).Date : new DateTime(ticks), Kind, ZoneId);
    }

    CalendarTime? AddIn(TimeZoneInfo zone, TimeSpan time)
    {
        var ticks = CalendarZone.ToUtc(zone, Clock).Ticks + time.Ticks;
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks) return null;
        return new CalendarTime(TimeZoneInfo.ConvertTimeFromUtc(new DateTime(ticks, DateTimeKind.Utc), zone), Kind, ZoneId);
    }

    /// <summary>A value such as <c>20260301</c>, <c>20260301T090000</c> or <c>20260301T090000Z</c>; null if it is none. Second 60 is read as 59. Never throws.</summary>
    /// <param name="value">The value.</param>
    /// <param name="zoneId">The TZID beside it, which only counts for a time without a Z.</param>
    public static CalendarTime? Parse(ReadOnlySpan<char> value, string? zoneId = null)
    {
        value = value.Trim();
        if (value.Length is not (8 or 15 or 16) || Number(value[..8]) is not { } day) return null;
        var (year, month, date) = (day / 10_000, day / 100 % 100, day % 100);
        if (year < 1 || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month)) return null;
        if (value.Length == 8) return On(new DateOnly(year, month, date));
        if (value[8] is not ('T' or 't') || Number(value[9..15]) is not { } time) return null;
        var (hour, minute, second) = (time / 10_000, time / 100 % 100, time % 100);
        if (hour > 23 || minute > 59 || second > 60) return null;
        var clock = new DateTime(year, month, date, hour, minute, Math.Min(second, 59));
        if (value.Length == 16) return value[15] is 'Z' or 'z' ? new CalendarTime(clock, CalendarTimeKind.Utc) : null;
        return ICalText.OneLine(zoneId ?? "") is { Length: > 0 } id ? InZone(clock, id) : Floating(clock);
    }

    static int? Number(ReadOnlySpan<char> digits) => digits.IndexOfAnyExceptInRange('0', '9') < 0 ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>The time of a property with its TZID, or null if its value is none.</summary>
    public static CalendarTime? Read(ICalProperty property) => Parse(property.Value, property.Parameter("TZID"));

    /// <summary>The times of a property that lists them, such as EXDATE or RDATE; of a period its start. What is none is left out.</summary>
    public static IEnumerable<CalendarTime> ReadList(ICalProperty property)
    {
        var zoneId = property.Parameter("TZID");
        foreach (var item in property.Value.Split(','))
        {
            if (Parse(item.AsSpan(0, item.IndexOf('/') is var end and >= 0 ? end : item.Length), zoneId) is { } time) yield return time;
        }
    }

    /// <summary>A property with this time, with VALUE=DATE or TZID where it needs them.</summary>
    /// <exception cref="ArgumentException">The name is none.</exception>
    public ICalProperty ToProperty(string name) => new(name, ToString(), Kind switch
    {
        CalendarTimeKind.Date => [new ICalParameter("VALUE", "DATE")],
        CalendarTimeKind.Zoned => [new ICalParameter("TZID", ZoneId!)],
        _ => [],
    });

    /// <summary>The value as it is written, without the zone.</summary>
    public override string ToString() => Kind switch
    {
        CalendarTimeKind.Date => Clock.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        CalendarTimeKind.Utc => Clock.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
        _ => Clock.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture),
    };
}
