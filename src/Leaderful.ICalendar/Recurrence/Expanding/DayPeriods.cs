namespace Leaderful.ICalendar;

/// <summary>The periods of rules that count in days, weeks, months or years.</summary>
internal sealed class DayPeriods : Periods
{
    readonly RecurrenceRule rule;
    readonly DayFilter filter;

    /// <summary>The first period: a day, the first day of a week, the months since the year 0, or a year.</summary>
    readonly int first;
    long passed;

    public DayPeriods(RecurrenceRule rule, DateTime start, DateTime from)
    {
        this.rule = rule;
        filter = new DayFilter(rule, start);
        Times = TimeGrid.Of(rule, start);
        first = Of(DateOnly.FromDateTime(start));
        var units = rule.Frequency == RecurrenceFrequency.Weekly ? 7L : 1;
        passed = Math.Max(0, (Of(DateOnly.FromDateTime(from)) - first) / (units * rule.Interval));
    }

    int Of(DateOnly date) => rule.Frequency switch
    {
        RecurrenceFrequency.Daily => date.DayNumber,
        RecurrenceFrequency.Weekly => WeekYear.WeekStart(date.DayNumber, rule.WeekStart),
        RecurrenceFrequency.Monthly => (date.Year * 12) + date.Month - 1,
        _ => rule.Weeks.Count > 0 ? WeekYear.Of(date, rule.WeekStart) : date.Year,
    };

    public override bool Next()
    {
        Days.Clear();
        var steps = passed++ * rule.Interval;
        if (steps > DateOnly.MaxValue.DayNumber || Range((int)steps) is not (var begin, var end)) return false;
        for (var day = Math.Max(0, begin); day < Math.Min(end, DateOnly.MaxValue.DayNumber + 1); day++)
        {
            if (filter.Has(day)) Days.Add(day);
        }
        return true;
    }

    /// <summary>The first day of the period and the one after its last; null beyond the last year.</summary>
    (int Begin, int End)? Range(int steps)
    {
        switch (rule.Frequency)
        {
            case RecurrenceFrequency.Daily:
                return first + steps > DateOnly.MaxValue.DayNumber ? null : (first + steps, first + steps + 1);
            case RecurrenceFrequency.Weekly:
                return first + (7L * steps) > DateOnly.MaxValue.DayNumber ? null : (first + (7 * steps), first + (7 * steps) + 7);
            case RecurrenceFrequency.Monthly:
                var (year, month) = Math.DivRem(first + steps, 12);
                if (year > 9999) return null;
                var begin = new DateOnly(year, month + 1, 1).DayNumber;
                return (begin, begin + DateTime.DaysInMonth(year, month + 1));
            default:
                return Year(first + steps);
        }
    }

    (int Begin, int End)? Year(int year)
    {
        if (year > 9999) return null;
        if (rule.Weeks.Count == 0) return (new DateOnly(year, 1, 1).DayNumber, new DateOnly(year, 12, 31).DayNumber + 1);
        return year < 1 ? (0, 0) : (WeekYear.Start(year, rule.WeekStart), WeekYear.Start(year + 1, rule.WeekStart));
    }
}
