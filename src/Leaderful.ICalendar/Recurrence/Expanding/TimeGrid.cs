namespace Leaderful.ICalendar;

/// <summary>The times of a day that hours, minutes and seconds make together. Never laid out: there may be 86,400 of them.</summary>
internal sealed class TimeGrid(int[] hours, int[] minutes, int[] seconds)
{
    public int Count => hours.Length * minutes.Length * seconds.Length;

    /// <summary>The time of a number, in ticks since midnight; ever later.</summary>
    public long Ticks(int number)
    {
        var (minute, second) = Math.DivRem(number, seconds.Length);
        (var hour, minute) = Math.DivRem(minute, minutes.Length);
        return ((hours[hour] * 3600L) + (minutes[minute] * 60L) + seconds[second]) * TimeSpan.TicksPerSecond;
    }

    /// <summary>What a rule says, or where it says nothing, the start.</summary>
    public static TimeGrid Of(RecurrenceRule rule, DateTime start) => new(Sorted(rule.Hours, start.Hour), Minutes(rule, start), Seconds(rule, start));

    public static int[] Minutes(RecurrenceRule rule, DateTime start) => Sorted(rule.Minutes, start.Minute);

    public static int[] Seconds(RecurrenceRule rule, DateTime start) => Sorted(rule.Seconds.Select(second => Math.Min(second, 59)), start.Second);

    static int[] Sorted(IEnumerable<int> numbers, int otherwise)
    {
        int[] sorted = [.. numbers.Distinct().Order()];
        return sorted.Length > 0 ? sorted : [otherwise];
    }
}
