namespace Leaderful.Commitments;

/// <summary>
/// A day without a clock, as people promise things. It is over when it is over everywhere: nobody's evening is taken from them
/// because the house counts in UTC.
/// </summary>
public static class Day
{
    /// <summary>So far behind UTC are those for whom a day ends last.</summary>
    private static readonly TimeSpan Latest = TimeSpan.FromHours(12);

    /// <summary>A morning for most who are near the house's own clock; people keep no zone here.</summary>
    private static readonly TimeOnly Morning = new(7, 0);

    public const int RemindedBefore = 2;

    /// <summary>The earliest day that somebody may still be living.</summary>
    public static DateOnly Earliest(DateTime now) => DateOnly.FromDateTime(now - Latest);

    public static DateOnly Today(DateTime now) => DateOnly.FromDateTime(now);

    public static bool IsOver(DateOnly day, DateTime now) => day < Earliest(now);

    /// <summary>The moment it is over everywhere.</summary>
    public static DateTime End(DateOnly day) => day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) + Latest;

    /// <summary>In the morning of two days before.</summary>
    public static DateTime Before(DateOnly day) => day.AddDays(-RemindedBefore).ToDateTime(Morning, DateTimeKind.Utc);
}
