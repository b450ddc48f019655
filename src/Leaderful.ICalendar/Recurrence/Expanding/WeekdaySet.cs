namespace Leaderful.ICalendar;

/// <summary>The weekdays of BYDAY, each of them or by its number. None at all means any.</summary>
internal sealed class WeekdaySet
{
    readonly bool[] each = new bool[7];
    readonly NumberSet?[] numbered = new NumberSet?[7];

    public WeekdaySet(IReadOnlyList<RecurrenceDay> days)
    {
        IsAny = days.Count == 0;
        foreach (var of in days.GroupBy(day => day.Day))
        {
            each[(int)of.Key] = of.Any(day => day.Ordinal == 0);
            if (of.Any(day => day.Ordinal != 0)) numbered[(int)of.Key] = new NumberSet(of.Select(day => day.Ordinal).Where(ordinal => ordinal != 0), 53);
        }
    }

    public bool IsAny { get; }

    /// <summary>Whether a day is among them: the <paramref name="number"/>th, counted from 1, of the <paramref name="of"/> days of its month or year.</summary>
    public bool Has(DayOfWeek day, int number, int of)
    {
        if (IsAny || each[(int)day]) return true;
        if (numbered[(int)day] is not { } ordinals) return false;
        var (before, after) = ((number - 1) / 7, (of - number) / 7);
        return ordinals.Has(before + 1, before + after + 1);
    }
}
