namespace Leaderful.ICalendar;

/// <summary>
/// Which days fit a rule: all its parts at once, with what it does not say taken from the start (RFC 5545, 3.3.10). What the standard
/// calls expanding is the same as limiting all days of the period.
/// </summary>
internal sealed class DayFilter
{
    readonly NumberSet months, monthDays, yearDays, weeks;
    readonly WeekdaySet weekdays;
    readonly bool countsInMonths;
    readonly DayOfWeek weekStart;

    public DayFilter(RecurrenceRule rule, DateTime start)
    {
        var says = Completed(rule, start);
        months = new NumberSet(says.Months, 12);
        monthDays = new NumberSet(says.MonthDays, 31);
        yearDays = new NumberSet(says.YearDays, 366);
        weeks = new NumberSet(says.Weeks, 53);
        weekdays = new WeekdaySet(says.Days);
        countsInMonths = rule.Frequency == RecurrenceFrequency.Monthly || rule.Months.Count > 0;
        weekStart = rule.WeekStart;
    }

    /// <summary>The rule with what it leaves to the start.</summary>
    static RecurrenceRule Completed(RecurrenceRule rule, DateTime start)
    {
        var saysDay = rule.Days.Count + rule.MonthDays.Count + rule.YearDays.Count > 0;
        switch (rule.Frequency)
        {
            case RecurrenceFrequency.Weekly when !saysDay:
            case RecurrenceFrequency.Yearly when !saysDay && rule.Weeks.Count > 0:
                return rule with { Days = [new RecurrenceDay(start.DayOfWeek)] };
            case RecurrenceFrequency.Monthly when !saysDay:
                return rule with { MonthDays = [start.Day] };
            case RecurrenceFrequency.Yearly when !saysDay:
                return rule with { MonthDays = [start.Day], Months = rule.Months.Count > 0 ? rule.Months : [start.Month] };
            // "The 29th, every year" is read by everybody as being of the month it started in.
            case RecurrenceFrequency.Yearly when rule.Months.Count + rule.Days.Count + rule.YearDays.Count + rule.Weeks.Count == 0:
                return rule with { Months = [start.Month] };
            default:
                return rule;
        }
    }

    /// <summary>Whether a day fits.</summary>
    public bool Has(int dayNumber)
    {
        var date = DateOnly.FromDayNumber(dayNumber);
        var (year, month, day) = date;
        if (!months.Has(month)) return false;
        var (inMonth, inYear) = (DateTime.DaysInMonth(year, month), DateTime.IsLeapYear(year) ? 366 : 365);
        return monthDays.Has(day, inMonth)
            && yearDays.Has(date.DayOfYear, inYear)
            && (countsInMonths ? weekdays.Has(date.DayOfWeek, day, inMonth) : weekdays.Has(date.DayOfWeek, date.DayOfYear, inYear))
            && (weeks.IsAny || HasWeek(date));
    }

    bool HasWeek(DateOnly date)
    {
        var year = WeekYear.Of(date, weekStart);
        // The week before the first of the year 1 belongs to no year.
        if (year < 1) return false;
        var first = WeekYear.Start(year, weekStart);
        return weeks.Has(((date.DayNumber - first) / 7) + 1, year > 9999 ? 0 : (WeekYear.Start(year + 1, weekStart) - first) / 7);
    }
}
