namespace Leaderful.ICalendar;

/// <summary>What RFC 5545 (3.3.10) lets stand in a rule.</summary>
internal static class RecurrenceCheck
{
    public static RecurrenceProblem Of(RecurrenceRule rule)
    {
        var frequency = rule.Frequency;
        if (!Enum.IsDefined(frequency)) return RecurrenceProblem.Frequency;
        if (rule.Interval < 1) return RecurrenceProblem.Interval;
        if (rule.Count < 1) return RecurrenceProblem.Count;
        if (rule.Until is { } until && (rule.Count is not null || until.Kind == CalendarTimeKind.Zoned)) return RecurrenceProblem.Until;
        if (!Enum.IsDefined(rule.WeekStart)) return RecurrenceProblem.WeekStart;
        if (!AreWithin(rule.Seconds, 0, 60)) return RecurrenceProblem.Seconds;
        if (!AreWithin(rule.Minutes, 0, 59)) return RecurrenceProblem.Minutes;
        if (!AreWithin(rule.Hours, 0, 23)) return RecurrenceProblem.Hours;
        if (!DaysAreRight(rule)) return RecurrenceProblem.Days;
        if (!AreFromEitherEnd(rule.MonthDays, 31) || (rule.MonthDays.Count > 0 && frequency == RecurrenceFrequency.Weekly)) return RecurrenceProblem.MonthDays;
        if (!AreFromEitherEnd(rule.YearDays, 366) || (rule.YearDays.Count > 0 && frequency is (RecurrenceFrequency.Daily or RecurrenceFrequency.Weekly or RecurrenceFrequency.Monthly))) return RecurrenceProblem.YearDays;
        if (!AreFromEitherEnd(rule.Weeks, 53) || (rule.Weeks.Count > 0 && frequency != RecurrenceFrequency.Yearly)) return RecurrenceProblem.Weeks;
        if (!AreWithin(rule.Months, 1, 12)) return RecurrenceProblem.Months;
        return AreFromEitherEnd(rule.Positions, 366) && (rule.Positions.Count == 0 || HasOthers(rule)) ? RecurrenceProblem.None : RecurrenceProblem.Positions;
    }

    static bool AreWithin(IReadOnlyList<int> numbers, int least, int most) => numbers.All(number => number >= least && number <= most);

    static bool AreFromEitherEnd(IReadOnlyList<int> numbers, int most) => numbers.All(number => number != 0 && number >= -most && number <= most);

    static bool DaysAreRight(RecurrenceRule rule)
    {
        var canCount = rule.Frequency == RecurrenceFrequency.Monthly || (rule.Frequency == RecurrenceFrequency.Yearly && rule.Weeks.Count == 0);
        return rule.Days.All(day => Enum.IsDefined(day.Day) && day.Ordinal is >= -53 and <= 53 && (day.Ordinal == 0 || canCount));
    }

    static bool HasOthers(RecurrenceRule rule) =>
        rule.Seconds.Count + rule.Minutes.Count + rule.Hours.Count + rule.Days.Count + rule.MonthDays.Count + rule.YearDays.Count + rule.Weeks.Count + rule.Months.Count > 0;
}
