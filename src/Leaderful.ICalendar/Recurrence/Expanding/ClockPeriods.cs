namespace Leaderful.ICalendar;

/// <summary>
/// The periods of rules that count in hours, minutes or seconds. Where a day, an hour or a minute does not fit, all that is in it is
/// leapt over at once: once a year, by the second, is not to be waited for.
/// </summary>
internal sealed class ClockPeriods : Periods
{
    readonly RecurrenceFrequency frequency;
    readonly DayFilter filter;

    /// <summary>What the clock shows in the period, which the times are made of: there may be a hundred thousand periods without one.</summary>
    readonly int[] hour = new int[1], minute = new int[1], second = new int[1];
    readonly NumberSet hours, minutes, seconds;
    readonly long step;
    long now;

    public ClockPeriods(RecurrenceRule rule, DateTime start, DateTime from)
    {
        frequency = rule.Frequency;
        filter = new DayFilter(rule, start);
        Times = new TimeGrid(hour, frequency < RecurrenceFrequency.Hourly ? minute : TimeGrid.Minutes(rule, start), frequency < RecurrenceFrequency.Minutely ? second : TimeGrid.Seconds(rule, start));
        // A number set counts from 1.
        (hours, minutes) = (new NumberSet(rule.Hours.Select(hour => hour + 1), 24), new NumberSet(rule.Minutes.Select(minute => minute + 1), 60));
        seconds = new NumberSet(rule.Seconds.Select(second => Math.Min(second, 59) + 1), 60);
        var unit = frequency switch { RecurrenceFrequency.Hourly => 3600L, RecurrenceFrequency.Minutely => 60, _ => 1 };
        step = unit * rule.Interval;
        now = Seconds(start) / unit * unit;
        now += Math.Max(0, (Seconds(from) / unit * unit) - now) / step * step;
    }

    static long Seconds(DateTime time) => time.Ticks / TimeSpan.TicksPerSecond;

    public override bool Next()
    {
        Days.Clear();
        if (now < 0 || now > DateTime.MaxValue.Ticks / TimeSpan.TicksPerSecond) return false;
        var (day, time) = Math.DivRem(now, 86_400);
        (hour[0], minute[0], second[0]) = ((int)(time / 3600), (int)(time / 60 % 60), (int)(time % 60));
        if (!filter.Has((int)day)) Leap((day + 1) * 86_400);
        else if (!hours.Has(hour[0] + 1)) Leap((now / 3600 * 3600) + 3600);
        else if (frequency < RecurrenceFrequency.Hourly && !minutes.Has(minute[0] + 1)) Leap((now / 60 * 60) + 60);
        else
        {
            if (frequency > RecurrenceFrequency.Secondly || seconds.Has(second[0] + 1)) Days.Add((int)day);
            now += step;
        }
        return true;
    }

    /// <summary>To the first period that does not begin before a second.</summary>
    void Leap(long to) => now += (to - now + step - 1) / step * step;
}
