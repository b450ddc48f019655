namespace Leaderful.ICalendar;

/// <summary>Runs through the periods of a rule: what of each it takes, what comes before the start, and where it ends.</summary>
internal sealed class Expansion(RecurrenceRule rule, DateTime start, DateTime from, UntilLine until)
{
    int idle;

    public IEnumerable<DateTime> Run()
    {
        idle = 0;
        long counted = 0;
        // Where the times are counted, all of them have to be gone through.
        var periods = Periods.Of(rule, start, rule.Count is null ? from : start);
        while (periods.Next() && ++idle <= RecurrenceRule.MostIdleSteps)
        {
            foreach (var time in rule.Positions.Count > 0 ? Positions(periods) : All(periods))
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
    IEnumerable<DateTime> Positions(Periods periods)
    {
        var (times, total) = (periods.Times, (long)periods.Days.Count * periods.Times.Count);
        foreach (var position in rule.Positions.Select(position => position < 0 ? total + position : position - 1).Where(at => at >= 0 && at < total).Distinct().Order())
        {
            var time = new DateTime((periods.Days[(int)(position / times.Count)] * TimeSpan.TicksPerDay) + times.Ticks((int)(position % times.Count)));
            if (time >= start) yield return time;
        }
    }
}
