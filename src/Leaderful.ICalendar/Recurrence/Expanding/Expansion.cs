namespace Leaderful.ICalendar;

/// <summary>Runs through the periods of a rule: what of each it takes, what comes before the start, and where it ends.</summary>
internal sealed class Expansion(RecurrenceRule rule, DateTime start, DateTime from, UntilLine until)
{
    readonly long[] positions = [.. rule.Positions.Distinct()];

    public IEnumerable<DateTime> Run()
    {
        var (idle, counted) = (0, 0L);
        // Each run has its own: two may be under way at once.
        List<long> taken = [];
        // Where the times are counted, all of them have to be gone through.
        var periods = Periods.Of(rule, start, rule.Count is null ? from : start);
        while (periods.Next() && ++idle <= RecurrenceRule.MostIdleSteps)
        {
            if (periods.Days.Count == 0) continue;
            foreach (var time in positions.Length > 0 ? Positions(periods, taken) : All(periods))
            {
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

    IEnumerable<DateTime> All(Periods periods)
    {
        var earliest = rule.Count is null ? from : start;
        var firstDay = DateOnly.FromDateTime(earliest).DayNumber;
        foreach (var day in periods.Days)
        {
            if (day < firstDay) continue;
            for (var i = 0; i < periods.Times.Count; i++)
            {
                var time = new DateTime((day * TimeSpan.TicksPerDay) + periods.Times.Ticks(i));
                if (time >= earliest) yield return time;
            }
        }
    }

    /// <summary>Only those at the positions, counted over the whole period, also over what of it lies before the start.</summary>
    IEnumerable<DateTime> Positions(Periods periods, List<long> taken)
    {
        var (times, total) = (periods.Times, (long)periods.Days.Count * periods.Times.Count);
        taken.Clear();
        foreach (var position in positions)
        {
            var at = position < 0 ? total + position : position - 1;
            if (at >= 0 && at < total) taken.Add(at);
        }
        taken.Sort();
        for (var i = 0; i < taken.Count; i++)
        {
            var position = taken[i];
            // One from the beginning and one from the end may be the same.
            if (i > 0 && taken[i - 1] == position) continue;
            var time = new DateTime((periods.Days[(int)(position / times.Count)] * TimeSpan.TicksPerDay) + times.Ticks((int)(position % times.Count)));
            if (time >= start) yield return time;
        }
    }
}
