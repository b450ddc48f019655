using System.Globalization;

namespace Leaderful.ICalendar;

/// <summary>The STANDARD and DAYLIGHT components of a zone (RFC 5545, 3.6.5): rules where several years follow one, single times for the rest.</summary>
internal static class ZoneObservances
{
    /// <summary>Years beyond the span that are looked at, to know what rule the last ones follow: a weekday falls on each date within twelve.</summary>
    const int Ahead = 12;
    const int FewestForRule = 3;

    public static IEnumerable<ICalComponent> Of(TimeZoneInfo zone, int fromYear, int toYear)
    {
        var start = ZoneTransition.Start(zone, fromYear);
        var all = ZoneTransition.All(zone, fromYear, toYear + Ahead);
        var isDaylight = all is [{ IsDaylight: false } next, ..] && next.To < next.From && zone.SupportsDaylightSavingTime;
        yield return Component(new ZoneTransition(start, zone.GetUtcOffset(start), zone.GetUtcOffset(start), isDaylight), null, []);
        foreach (var alike in all.GroupBy(transition => (transition.From, transition.To, transition.IsDaylight)))
        {
            List<ZoneTransition> single = [];
            foreach (var run in Runs([.. alike]).Where(run => run[0].Clock.Year <= toYear))
            {
                if (run.Count >= FewestForRule && YearlyRule(run, isEndless: run[^1].Clock.Year >= toYear + Ahead) is { } rule) yield return Component(run[0], rule, []);
                else single.AddRange(run.Where(transition => transition.Clock.Year <= toYear));
            }
            if (single.Count > 0) yield return Component(single[0], null, single[1..]);
        }
    }

    /// <summary>Cuts them where a year is missing, or where one can be of no rule with those before it.</summary>
    static IEnumerable<List<ZoneTransition>> Runs(List<ZoneTransition> alike)
    {
        List<ZoneTransition> run = [];
        foreach (var transition in alike)
        {
            if (run.Count > 0 && !(Follows(run[^1].Clock, transition.Clock) && IsOneRule([.. run, transition])))
            {
                yield return run;
                run = [];
            }
            run.Add(transition);
        }
        if (run.Count > 0) yield return run;
    }

    static bool Follows(DateTime before, DateTime after) =>
        after.Year == before.Year + 1 && after.Month == before.Month && after.DayOfWeek == before.DayOfWeek && after.TimeOfDay == before.TimeOfDay;

    static bool IsOneRule(List<ZoneTransition> run) => run.Max(t => t.Clock.Day) - run.Min(t => t.Clock.Day) < 7;

    static RecurrenceRule? YearlyRule(List<ZoneTransition> run, bool isEndless)
    {
        var clock = run[0].Clock;
        var rule = new RecurrenceRule
        {
            Frequency = RecurrenceFrequency.Yearly,
            Months = [clock.Month],
            Until = isEndless ? null : CalendarTime.Utc(new DateTimeOffset(run[^1].Utc)),
        };
        if (run.TrueForAll(t => t.Clock.Day > DateTime.DaysInMonth(t.Clock.Year, t.Clock.Month) - 7)) return rule with { Days = [new RecurrenceDay(clock.DayOfWeek, -1)] };
        var week = (clock.Day + 6) / 7;
        if (run.TrueForAll(t => (t.Clock.Day + 6) / 7 == week)) return rule with { Days = [new RecurrenceDay(clock.DayOfWeek, week)] };
        var (earliest, latest) = (run.Min(t => t.Clock.Day), run.Max(t => t.Clock.Day));
        return latest - earliest == 6 ? rule with { Days = [new RecurrenceDay(clock.DayOfWeek)], MonthDays = [.. Enumerable.Range(earliest, 7)] } : null;
    }

    static ICalComponent Component(ZoneTransition transition, RecurrenceRule? rule, List<ZoneTransition> more)
    {
        List<ICalProperty> properties =
        [
            CalendarTime.Floating(transition.Clock).ToProperty("DTSTART"),
            new ICalProperty("TZOFFSETFROM", Offset(transition.From, always: true)),
            new ICalProperty("TZOFFSETTO", Offset(transition.To, always: true)),
            new ICalProperty("TZNAME", Offset(transition.To, always: false)),
        ];
        if (rule is not null) properties.Add(new ICalProperty("RRULE", rule.ToString()));
        if (more.Count > 0) properties.Add(new ICalProperty("RDATE", string.Join(',', more.Select(t => CalendarTime.Floating(t.Clock).ToString()))));
        return new ICalComponent(transition.IsDaylight ? "DAYLIGHT" : "STANDARD", properties);
    }

    /// <summary>Names of zones are the same everywhere as numbers, which is how the zone database calls what has no name.</summary>
    static string Offset(TimeSpan offset, bool always)
    {
        var format = offset.Seconds != 0 ? "hhmmss" : always || offset.Minutes != 0 ? "hhmm" : "hh";
        return (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(format, CultureInfo.InvariantCulture);
    }
}
