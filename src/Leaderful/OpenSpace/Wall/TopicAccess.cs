using Leaderful.Data;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Wall;

/// <summary>The one door to topics: whoever sees the wall sees them; whoever put one up or convenes it changes it, and whoever holds the space.</summary>
public static class TopicAccess
{
    public static async Task<(SpaceHead Head, Board Board, Slip Slip)?> ForReading(Db db, Viewer viewer, Id<Space> space, Id<Topic> id)
    {
        if (await SpaceAccess.ForReading(db, viewer, space) is not { } head) return null;
        var board = await db.BoardOf(space);
        return board.Slips.FirstOrDefault(s => s.Id == id && s.DeletedAt is null) is { } slip ? (head, board, slip) : null;
    }

    public static async Task<(SpaceHead Head, Board Board, Slip Slip)?> ForChanging(Db db, Viewer viewer, Id<Space> space, Id<Topic> id) =>
        await ForReading(db, viewer, space, id) is { } found && MayChange(viewer, found.Head, found.Slip) ? found : null;

    public static async Task<bool> MayPutBack(Db db, Viewer viewer, Id<Space> space, Id<Topic> id) =>
        await SpaceAccess.ForReading(db, viewer, space) is { } head && (await db.BoardOf(space)).Slips.FirstOrDefault(s => s.Id == id) is { } slip && MayChange(viewer, head, slip);

    public static bool MayChange(Viewer viewer, SpaceHead head, Slip slip) =>
        SpaceAccess.IsOpen(head) && (slip.AuthorId == viewer.Reader.ActorId || slip.ConvenerId == viewer.Reader.ActorId || SpaceAccess.MayScribe(viewer, head));
}
