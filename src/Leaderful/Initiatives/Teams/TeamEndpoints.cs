using Leaderful.Data;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Initiatives.Teams;

/// <summary>Joining a team, and leaving it.</summary>
public static class TeamEndpoints
{
    public static void MapTeams(this RouteGroupBuilder initiatives)
    {
        initiatives.MapPost("/{id}/team", Join).RequireRateLimiting(RateLimits.Writing);
        initiatives.MapPost("/{id}/team/ending", Leave).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Join(Id<Initiative> id, Viewer viewer, Db db, Writes writes)
    {
        if (await InitiativeAccess.ForReading(db, viewer, id) is not { } head) return Results.NotFound();
        await writes.Do(unit => unit.Carry(viewer.Me.ActorId, id));
        return Screen.Go($"{InitiativeEndpoints.At(viewer, id)}#team", new Done("initiatives.joined", $"{InitiativeEndpoints.At(viewer, id)}/team/ending", head.It.Title));
    }

    private static async Task<IResult> Leave(Id<Initiative> id, Viewer viewer, Db db, Writes writes)
    {
        if (await InitiativeAccess.ForCarrying(db, viewer, id) is not { } head || !await writes.Do(unit => unit.LayDown(viewer.Me.ActorId, id))) return Results.NotFound();
        return Screen.Go($"{InitiativeEndpoints.At(viewer, id)}#team", new Done("initiatives.left", $"{InitiativeEndpoints.At(viewer, id)}/team", head.It.Title));
    }
}
