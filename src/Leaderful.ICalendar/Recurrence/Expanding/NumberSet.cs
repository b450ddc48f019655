namespace Leaderful.ICalendar;

/// <summary>Numbers from the beginning (1, 2, ...) and from the end (-1, -2, ...), asked in no time. None at all means any.</summary>
internal sealed class NumberSet
{
    readonly bool[] fromBeginning, fromEnd;

    public NumberSet(IEnumerable<int> numbers, int most)
    {
        (fromBeginning, fromEnd) = (new bool[most + 1], new bool[most + 1]);
        foreach (var number in numbers)
        {
            IsAny = false;
            (number < 0 ? fromEnd : fromBeginning)[Math.Abs(number)] = true;
        }
    }

    public bool IsAny { get; } = true;

    /// <summary>Whether the number of so many is among them.</summary>
    public bool Has(int number, int of = 0) => IsAny || fromBeginning[number] || (of > 0 && fromEnd[of - number + 1]);
}
