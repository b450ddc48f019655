using Leaderful.Shared;

namespace Leaderful.OpenSpace.Wall;

/// <summary>What the clock of a place shows. Where a gathering has no time yet it goes by UTC.</summary>
public static class WallClock
{
    public static DateTime Local(DateTime utc, string zone) => Zones.IsKnown(zone) ? Zones.FromUtc(utc, zone) : utc;

    public static DateTime Utc(DateTime local, string zone) => Zones.IsKnown(zone) ? Zones.ToUtc(local, zone) : local;

    public static DateTime Local(this SpaceHead head, DateTime utc) => Local(utc, head.Gathering.Zone);
}
