using Leaderful.Data;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Rounds;

/// <summary>Taking a round down, and putting it back.</summary>
public static class RoundTending
{
    public static void MapRoundTending(this RouteGroupBuilder rounds)
    {
        rounds.MapPost("/{id}/deletion", TakeDown).RequireRateLimiting(RateLimits.Writing);
        rounds.MapPost("/{id}/restoration", PutBack).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> TakeDown(Id<Round> id, Viewer viewer, Db db, Writes writes)
    {
        if (await RoundAccess.ForTakingDown(db, viewer, id) is not { } head) return Results.NotFound();
        await writes.Do(unit => unit.TakeDownRound(viewer.Me.ActorId, id));
        return Screen.Go(head.OnPath(viewer), new Done("rounds.taken-down", $"{RoundEndpoints.At(viewer, id)}/restoration"));
    }

    private static async Task<IResult> PutBack(Id<Round> id, Viewer viewer, Db db, Writes writes) =>
        await RoundAccess.ForPuttingBack(db, viewer, id) is not null && await writes.Do(unit => unit.PutBackRound(viewer.Me.ActorId, id))
            ? Screen.Go(RoundEndpoints.At(viewer, id), new Done("rounds.put-back")) : Results.NotFound();
}
