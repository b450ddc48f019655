namespace Leaderful.ICalendar;

/// <summary>Runs through the periods of a rule: what of each it takes, what comes before the start, and where it ends.</summary>
internal sealed class Expansion(RecurrenceRule rule, DateTime start, DateTime from, UntilLine until)
{
    readonly long[] positions = [.. rule.Positions.Distinct()];

    /// <summary>Where the times are counted, all of them have to be gone through.</summary>
    readonly DateTime earliest = rule.Count is null ? from : start;

    public IEnumerable<DateTime> Run()
    {
        var (idle, counted) = (0, 0L);
        // Each run has its own: two may be under way at once.
        List<long> taken = [];
        var periods = Periods.Of(rule, start, earliest);
        while (periods.Next() && ++idle <= RecurrenceRule.MostIdleSteps)
        {
            if (positions.Length > 0) Take(periods.Count, taken);
            var (at, end) = positions.Length > 0 ? (0, taken.Count) : (First(periods), periods.Count);
            for (; at < end; at++)
            {
                var time = periods.Time(positions.Length > 0 ? taken[(int)at] : at);
                if (time < earliest) continue;
                if (until.IsBefore(time) || idle > RecurrenceRule.MostIdleSteps) yield break;
                if (time < from) idle++;
                else
                {
                    idle = 0;
                    yield return time;
                }
                if (++counted >= rule.Count) yield break;
            }
        }
    }

    /// <summary>The number of the first time on the first day that can count.</summary>
    long First(Periods periods)
    {
        var index = periods.Days.BinarySearch(DateOnly.FromDateTime(earliest).DayNumber);
        return (long)(index < 0 ? ~index : index) * periods.Times.Count;
    }

    /// <summary>The numbers of the times at the positions, counted over the whole period, also over what of it lies before the start.</summary>
    void Take(long total, List<long> taken)
    {
        taken.Clear();
        foreach (var position in positions)
        {
            var at = position < 0 ? total + position : position - 1;
            if (at >= 0 && at < total) taken.Add(at);
        }
        taken.Sort();
        // One from the beginning and one from the end may be the same.
        for (var i = taken.Count - 1; i > 0; i--)
        {
            if (taken[i] == taken[i - 1]) taken.RemoveAt(i);
        }
    }
}
