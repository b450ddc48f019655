using Leaderful.Communities;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Circles;

public static class BelongingEndpoints
{
    public static void MapBelonging(this RouteGroupBuilder circles)
    {
        circles.MapPost("/{id}/membership", Join).RequireRateLimiting(RateLimits.Writing);
        circles.MapPost("/{id}/membership/ending", Leave).RequireRateLimiting(RateLimits.Writing);
        circles.MapPost("/{id}/membership/return", Return).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Join(Id<Circle> id, Viewer viewer, Db db, Writes writes)
    {
        if (await CircleAccess.ForReading(db, viewer, id) is not { } circle) return Results.NotFound();
        var path = $"{viewer.Here.Path}/circles/{id}";
        if (circle.Belongs) return Screen.Go(path);
        if (circle.Joining != Joining.Open) return Results.NotFound();
        return await writes.Do(unit => unit.JoinCircle(id, viewer.Me.PersonId, viewer.Me.ActorId))
            ? Screen.Go(path, new Done("circles.joined", $"{path}/membership/ending", circle.Name))
            : Results.NotFound();
    }

    private static async Task<IResult> Leave(Id<Circle> id, Viewer viewer, Db db, Writes writes)
    {
        if (await CircleAccess.ForBelonging(db, viewer, id) is not { } circle) return Results.NotFound();
        var path = $"{viewer.Here.Path}/circles/{id}";
        return await writes.Do(unit => unit.LeaveCircle(id, viewer.Me))
            ? Screen.Go(path, new Done("circles.left", $"{path}/membership/return", circle.Name))
            : Results.NotFound();
    }

    private static async Task<IResult> Return(Id<Circle> id, Viewer viewer, Db db, Writes writes) =>
        await CircleAccess.ForReading(db, viewer, id) is not null && await writes.Do(unit => unit.ReturnToCircle(id, viewer.Me, Undo.Window))
            ? Screen.Go($"{viewer.Here.Path}/circles/{id}", new Done("circles.back"))
            : Results.NotFound();
}
