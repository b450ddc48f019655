using Leaderful.Data;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>What holds, for everybody in the room to read; and the question whether it still does.</summary>
public static class GivenRoom
{
    public static void MapGivenRoom(this RouteGroupBuilder room)
    {
        room.MapGet("/givens", Show);
        room.MapPost("/givens/{given}/questions", Ask).RequireRateLimiting(RateLimits.InRoom);
        room.MapPost("/givens/{given}/questions/ending", Unask).RequireRateLimiting(RateLimits.InRoom);
    }

    public static string At(Viewer viewer, Id<Space> id) => $"{viewer.Here.Path}/gatherings/{id}/givens";

    private static async Task<IResult> Show(Id<Space> id, Viewer viewer, Db db, TimeProvider time)
    {
        if (await SpaceAccess.ForReading(db, viewer, id) is not { } head) return Results.NotFound();
        var leeway = await db.The<Leeway>().SingleOrDefaultAsync(l => l.Id == id.As<Leeway>());
        return Screen.Show<GivensPage, GivensModel>(new(head, await db.GivensOf(id, viewer.Reader.ActorId), leeway, await db.PledgesOf(id), time.Utc(), SpaceAccess.MayPrepare(viewer, head)));
    }

    private static async Task<IResult> Ask(Id<Space> id, Id<Given> given, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForReading(db, viewer, id) is null || !await writes.Do(unit => unit.AskStillFixed(viewer.Reader.ActorId, id, given))) return Results.NotFound();
        return Screen.Go($"{At(viewer, id)}#given-{given}", new Done("preparing.asked", $"{At(viewer, id)}/{given}/questions/ending"));
    }

    private static async Task<IResult> Unask(Id<Space> id, Id<Given> given, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForReading(db, viewer, id) is null || !await writes.Do(unit => unit.UnaskStillFixed(viewer.Reader.ActorId, id, given))) return Results.NotFound();
        return Screen.Go($"{At(viewer, id)}#given-{given}");
    }
}
