using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Gatherings;

/// <summary>Saying whether one comes; afterwards, if one likes, that one was there.</summary>
public static class AnswerEndpoints
{
    public static void MapGatheringAnswers(this RouteGroupBuilder gatherings)
    {
        gatherings.MapPost("/{id}/answer", Answer).RequireRateLimiting(RateLimits.Writing);
        gatherings.MapPost("/{id}/answer/ending", TakeBack).RequireRateLimiting(RateLimits.Writing);
        gatherings.MapPost("/{id}/presence", WasThere).RequireRateLimiting(RateLimits.Writing);
        gatherings.MapPost("/{id}/presence/ending", WasNot).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Answer(Id<Gathering> id, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await GatheringAccess.ForReading(db, viewer, id) is null || !Enum.TryParse<Coming>(form["coming"], out var coming) || !Enum.IsDefined(coming)) return Results.NotFound();
        var isTaken = await writes.Do(unit => unit.AnswerGathering(viewer.Me.ActorId, id, coming));
        return Screen.Go($"{At(viewer, id)}#coming", isTaken ? new Done($"gatherings.answered.{coming.ToString().ToLowerInvariant()}", $"{At(viewer, id)}/answer/ending") : new Done("gatherings.off-by-now"));
    }

    private static async Task<IResult> TakeBack(Id<Gathering> id, Viewer viewer, Db db, Writes writes)
    {
        if (await GatheringAccess.ForReading(db, viewer, id) is null) return Results.NotFound();
        await writes.Do(unit => unit.TakeAnswerBack(viewer.Me.ActorId, id));
        return Screen.Go($"{At(viewer, id)}#coming");
    }

    private static async Task<IResult> WasThere(Id<Gathering> id, Viewer viewer, Db db, Writes writes)
    {
        if (await GatheringAccess.ForReading(db, viewer, id) is null) return Results.NotFound();
        return await writes.Do(unit => unit.SayWasThere(viewer.Me.ActorId, id))
            ? Screen.Go($"{At(viewer, id)}#coming", new Done("gatherings.was-there-said", $"{At(viewer, id)}/presence/ending"))
            : Results.NotFound();
    }

    private static async Task<IResult> WasNot(Id<Gathering> id, Viewer viewer, Db db, Writes writes)
    {
        if (await GatheringAccess.ForReading(db, viewer, id) is null) return Results.NotFound();
        await writes.Do(unit => unit.UnsayWasThere(viewer.Me.ActorId, id));
        return Screen.Go($"{At(viewer, id)}#coming");
    }

    private static string At(Viewer viewer, Id<Gathering> id) => $"{viewer.Here.Path}/gatherings/{id}";
}
