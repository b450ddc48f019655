namespace Leaderful.ICalendar;

/// <summary>One period of a rule after the other, each with the days and the times of day in it that fit.</summary>
internal abstract class Periods
{
    /// <summary>The days of the period that fit, as <see cref="DateOnly.DayNumber"/>, in their order; often none.</summary>
    public List<int> Days { get; } = [];

    /// <summary>The times of each of those days that fit.</summary>
    public TimeGrid Times { get; protected init; } = null!;

    /// <summary>How many times there are in the period.</summary>
    public long Count => (long)Days.Count * Times.Count;

    /// <summary>The time of a number, ever later.</summary>
    public DateTime Time(long number)
    {
        var (day, time) = Math.DivRem(number, Times.Count);
        return new DateTime((Days[(int)day] * TimeSpan.TicksPerDay) + Times.Ticks((int)time));
    }

    /// <summary>Goes on to the next period; false at the end of all years.</summary>
    public abstract bool Next();

    /// <summary>The periods of a rule, from one a little before <paramref name="from"/>.</summary>
    public static Periods Of(RecurrenceRule rule, DateTime start, DateTime from) =>
        rule.Frequency < RecurrenceFrequency.Daily ? new ClockPeriods(rule, start, from) : new DayPeriods(rule, start, from);
}
