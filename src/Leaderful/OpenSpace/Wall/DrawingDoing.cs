using Leaderful.Data;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Wall;

/// <summary>One thing done to the wall itself, for whoever holds it, with the way back.</summary>
public sealed class DrawingDoing(Viewer viewer, Db db, Writes writes)
{
    public async Task<IResult> Do(Id<Space> id, Func<Unit, Id<Actor>, Task<bool>> change, string? said = null, string? undo = null)
    {
        if (await SpaceAccess.ForHolding(db, viewer, id) is null || !await writes.Do(unit => change(unit, viewer.Me.ActorId))) return Results.NotFound();
        return Screen.Go(DrawingEndpoints.At(viewer, id), said is null ? null : new Done($"wall.done.{said}", undo is null ? null : $"{viewer.Here.Path}/gatherings/{id}/wall/{undo}"));
    }
}
