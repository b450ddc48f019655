using Leaderful.Shared;

namespace Leaderful.OpenSpace.Wall;

public static class WallWords
{
    /// <summary>Where a topic hangs, in words.</summary>
    public static string Where(Board board, Slip slip, Words words) =>
        board.Hangs(slip) ? words.Say("wall.spot", ("time", Hour.Text(board.Slot(slip)!.Begins)), ("place", board.Place(slip)!.Name)) : words["wall.in-tray"];
}
