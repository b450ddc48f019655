namespace Leaderful.ICalendar;

/// <summary>A moment at which the clocks of a zone are set.</summary>
/// <param name="Utc">The moment.</param>
/// <param name="From">The offset from UTC before it.</param>
/// <param name="To">The offset after it.</param>
/// <param name="IsDaylight">Whether summer time begins.</param>
internal readonly record struct ZoneTransition(DateTime Utc, TimeSpan From, TimeSpan To, bool IsDaylight)
{
    /// <summary>What the clock shows as it is set, and before.</summary>
    public DateTime Clock => DateTime.SpecifyKind(Utc + From, DateTimeKind.Unspecified);

    /// <summary>
    /// All of them from the beginning of one year to the end of another. The zone is asked day by day and not for its rules: those of
    /// the framework say the same in more ways than one, and differ with the system.
    /// </summary>
    public static List<ZoneTransition> All(TimeZoneInfo zone, int fromYear, int toYear)
    {
        List<ZoneTransition> all = [];
        var end = new DateTime(toYear + 1, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var (day, offset) = (Start(zone, fromYear), zone.GetUtcOffset(Start(zone, fromYear)));
        while (day < end)
        {
            var next = day.AddDays(1);
            if (zone.GetUtcOffset(next) != offset)
            {
                var utc = Between(zone, day, next, offset);
                all.Add(new ZoneTransition(utc, offset, zone.GetUtcOffset(utc), BeginsSummer(zone, utc, offset)));
                offset = all[^1].To;
                // Two on one day are two: the rest of the day is looked at again.
                next = utc;
            }
            day = next;
        }
        return all;
    }

    /// <summary>In Ireland and Morocco the law calls winter, or Ramadan, the time that is not standard. Readers take summer time to be the one that is ahead.</summary>
    static bool BeginsSummer(TimeZoneInfo zone, DateTime utc, TimeSpan before)
    {
        var isDaylight = zone.IsDaylightSavingTime(utc);
        return isDaylight == zone.IsDaylightSavingTime(utc.AddSeconds(-1)) ? isDaylight : zone.GetUtcOffset(utc) > before;
    }

    /// <summary>The moment at which a year begins in the zone.</summary>
    public static DateTime Start(TimeZoneInfo zone, int year) => CalendarZone.ToUtc(zone, new DateTime(year, 1, 1)).UtcDateTime;

    static DateTime Between(TimeZoneInfo zone, DateTime before, DateTime after, TimeSpan offset)
    {
        var (low, high) = (0L, (after - before).Ticks / TimeSpan.TicksPerSecond);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (zone.GetUtcOffset(before.AddSeconds(middle)) == offset) low = middle;
            else high = middle;
        }
        return before.AddSeconds(high);
    }
}
