using Leaderful.Shared;

namespace Leaderful.Gatherings;

/// <summary>When people gather, as the clock on the wall there shows it.</summary>
public sealed record GatheringTime(DateOnly Day, TimeOnly At, int Minutes, string Zone)
{
    public const int Shortest = 5;

    /// <summary>Several days in a row: an Open Space may take three.</summary>
    public const int Longest = 14 * 24 * 60;

    public DateTime StartsAt => Zones.ToUtc(Day.ToDateTime(At), Zone);

    /// <summary>It takes so long, also where the clocks are changed meanwhile.</summary>
    public DateTime EndsAt => StartsAt.AddMinutes(Minutes);
}
