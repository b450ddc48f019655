namespace Leaderful.ICalendar;

/// <summary>A RECUR (RFC 5545, 3.3.10): when something happens again. Two rules are equal if they are written alike.</summary>
public sealed record RecurrenceRule
{
    /// <summary>Characters of a rule's text; a longer one is not read.</summary>
    public const int LongestText = 4096;

    /// <summary>
    /// Steps that are taken without anything to show for them: periods in which nothing happens, and what happens before it is asked
    /// for. After so many the rule is at its end, so that one which never comes true, such as every 30th of February, ends.
    /// </summary>
    public const int MostIdleSteps = 250_000;

    /// <summary>The unit it counts in.</summary>
    public required RecurrenceFrequency Frequency { get; init; }

    /// <summary>Every how many units; 1 or more.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>How often it happens, or null. Not beside <see cref="Until"/>.</summary>
    public int? Count { get; init; }

    /// <summary>When it happens at the latest, or null. A day counts whole; a floating time, and without a zone one of UTC, is compared with the clock.</summary>
    public CalendarTime? Until { get; init; }

    /// <summary>The day on which weeks begin: it matters to every other week, and to the numbers of weeks.</summary>
    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    /// <summary>BYSECOND, 0 to 60; 60 is taken as 59.</summary>
    public IReadOnlyList<int> Seconds { get; init; } = [];

    /// <summary>BYMINUTE, 0 to 59.</summary>
    public IReadOnlyList<int> Minutes { get; init; } = [];

    /// <summary>BYHOUR, 0 to 23.</summary>
    public IReadOnlyList<int> Hours { get; init; } = [];

    /// <summary>BYDAY.</summary>
    public IReadOnlyList<RecurrenceDay> Days { get; init; } = [];

    /// <summary>BYMONTHDAY, 1 to 31, or from the end -1 to -31.</summary>
    public IReadOnlyList<int> MonthDays { get; init; } = [];

    /// <summary>BYYEARDAY, 1 to 366, or from the end -1 to -366.</summary>
    public IReadOnlyList<int> YearDays { get; init; } = [];

    /// <summary>BYWEEKNO, 1 to 53, or from the end -1 to -53: weeks of ISO 8601, but for <see cref="WeekStart"/>.</summary>
    public IReadOnlyList<int> Weeks { get; init; } = [];

    /// <summary>BYMONTH, 1 to 12.</summary>
    public IReadOnlyList<int> Months { get; init; } = [];

    /// <summary>BYSETPOS, 1 to 366, or from the end -1 to -366: which of those in a period.</summary>
    public IReadOnlyList<int> Positions { get; init; } = [];

    /// <summary>What is wrong with the rule.</summary>
    public RecurrenceProblem Check() => RecurrenceCheck.Of(this);

    /// <summary>The rule of a text such as <c>FREQ=MONTHLY;BYDAY=1TU</c>, or null with what is wrong. Case does not matter, nor does a semicolon at the end. Never throws.</summary>
    public static RecurrenceRule? Parse(string text, out RecurrenceProblem problem) => RecurrenceText.Parse(text, out problem);

    /// <summary>The rule of a text, or null.</summary>
    public static RecurrenceRule? Parse(string text) => Parse(text, out _);

    /// <summary>The rule as it is written, always the same: parts with their default left out, numbers in the order they were given.</summary>
    public override string ToString() => RecurrenceWriter.Write(this);

    /// <inheritdoc/>
    public bool Equals(RecurrenceRule? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>
    /// What the clock shows each time it happens: ever later, none twice, none before the start. Lazy: without <see cref="Count"/> or
    /// <see cref="Until"/> it goes on up to the year 9999, so take what you need. Ends also after <see cref="MostIdleSteps"/>.
    /// The start itself is among them only if it fits the rule; <see cref="RecurrenceSet"/> always has it.
    /// </summary>
    /// <param name="start">DTSTART on its clock; what the rule does not say (an hour, a weekday) is taken from it. Parts of seconds are dropped.</param>
    /// <param name="zone">The zone of that clock, for an <see cref="Until"/> in UTC; null for UTC itself.</param>
    /// <param name="from">The earliest to be given. Without <see cref="Count"/> what comes before is leapt over, however far it is.</param>
    /// <exception cref="InvalidOperationException"><see cref="Check"/> finds something wrong.</exception>
    public IEnumerable<DateTime> Expand(DateTime start, TimeZoneInfo? zone = null, DateTime? from = null)
    {
        if (Check() is var problem and not RecurrenceProblem.None) throw new InvalidOperationException($"The rule has no meaning: {problem}.");
        start = new DateTime(start.Ticks - (start.Ticks % TimeSpan.TicksPerSecond));
        return new Expansion(this, start, from is { } earliest && earliest > start ? earliest : start, new UntilLine(Until, zone)).Run();
    }

    /// <summary>The days on which it happens, for a start that is a day: as the other, but hours, minutes and seconds do not count (RFC 5545, 3.3.10).</summary>
    /// <param name="start">DTSTART.</param>
    /// <param name="from">The earliest day to be given.</param>
    /// <exception cref="InvalidOperationException"><see cref="Check"/> finds something wrong.</exception>
    public IEnumerable<DateOnly> Expand(DateOnly start, DateOnly? from = null) =>
        OfDays().Expand(start.ToDateTime(default), null, from?.ToDateTime(default)).Select(DateOnly.FromDateTime);

    /// <summary>The rule as it is meant for a start that is a day. One of hours, minutes or seconds, which makes no sense then, happens on every day it can.</summary>
    internal RecurrenceRule OfDays()
    {
        var isTooShort = Frequency < RecurrenceFrequency.Daily;
        return this with
        {
            Frequency = !isTooShort ? Frequency : YearDays.Count > 0 ? RecurrenceFrequency.Yearly : RecurrenceFrequency.Daily,
            Interval = isTooShort ? 1 : Interval,
            Hours = [],
            Minutes = [],
            Seconds = [],
            Positions = !isTooShort && Days.Count + MonthDays.Count + YearDays.Count + Weeks.Count + Months.Count > 0 ? Positions : [],
            Until = Until is null ? null : CalendarTime.On(Until.Date),
        };
    }
}
