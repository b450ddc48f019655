namespace Leaderful.ICalendar;

/// <summary>How much of a calendar is read. What lies beyond a limit is left out, and the limit is reported as an <see cref="ICalProblem"/>.</summary>
public sealed record ICalLimits
{
    /// <summary>The limits used when none are given.</summary>
    public static ICalLimits Default { get; } = new();

    /// <summary>Bytes of the whole, as UTF-8. A longer one is not read at all: half a calendar says something else than the whole. 4 MiB.</summary>
    public int MaxBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Bytes of one unfolded line; a longer one is left out, since half a value is another value.</summary>
    public int MaxLineBytes { get; init; } = 256 * 1024;

    /// <summary>Levels of components; what lies deeper is left out. Never more than <see cref="ICalComponent.MostDepth"/>.</summary>
    public int MaxDepth { get; init; } = 8;

    /// <summary>Components over all levels; further ones are left out.</summary>
    public int MaxComponents { get; init; } = 20_000;

    /// <summary>Properties over all components; further ones are left out.</summary>
    public int MaxProperties { get; init; } = 200_000;

    /// <summary>Parameter values of one property; a line with more is left out.</summary>
    public int MaxParameters { get; init; } = 100;

    /// <summary>Different zones in which the events of one calendar happen; times in further ones count as unreadable.</summary>
    public int MaxZones { get; init; } = 100;

    /// <summary>Problems listed for one document.</summary>
    public int MaxProblems { get; init; } = 100;
}
