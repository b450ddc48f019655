using Leaderful.OpenSpace.Wall;

namespace Leaderful.OpenSpace.Reports;

/// <summary>When somebody can say that they were at a session.</summary>
public static class Attending
{
    /// <summary>
    /// Once it has begun, by the clock of the place, wherever they say so; one that has no time can be held at any. What was called off
    /// did not take place.
    /// </summary>
    public static bool MaySay(SpaceHead head, Board board, Slip slip, DateTime local) =>
        head.Gathering.CancelledAt is null && (board.Slot(slip) is not { } slot || slot.Begins <= local);
}
