using Leaderful.Data;
using Leaderful.Gatherings.Series;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Gatherings;

/// <summary>What its hosts do: change it, call it off and on again, take it down.</summary>
public static class GatheringTending
{
    public static void MapGatheringTending(this RouteGroupBuilder gatherings)
    {
        gatherings.MapGet("/{id}/settings", Settings);
        gatherings.MapPost("/{id}/settings", Keep).RequireRateLimiting(RateLimits.Writing);
        gatherings.MapGet("/{id}/cancellation", Cancelling);
        gatherings.MapPost("/{id}/cancellation", Cancel).RequireRateLimiting(RateLimits.Writing);
        gatherings.MapPost("/{id}/cancellation/ending", Uncancel).RequireRateLimiting(RateLimits.Writing);
        gatherings.MapPost("/{id}/deletion", TakeDown).RequireRateLimiting(RateLimits.Writing);
        gatherings.MapPost("/{id}/restoration", PutBack).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Settings(Id<Gathering> id, Viewer viewer, Db db) =>
        await GatheringAccess.ForHosting(db, viewer, id) is { } head
            ? Screen.Show<GatheringSettingsPage, GatheringSettingsModel>(new(head, GatheringForm.Of(head.Gathering)))
            : Results.NotFound();

    private static async Task<IResult> Keep(Id<Gathering> id, Form form, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await GatheringAccess.ForHosting(db, viewer, id) is not { } head) return Results.NotFound();
        var wish = GatheringForm.Read(form, viewer.Words);
        GatheringForm.CheckEdition(form, viewer.Words, head.Gathering);
        if (IsRest(form, head) && wish.Time is null) form.Refuse("day", viewer.Words["gatherings.wrong.again-day"]);
        GatheringForm.AskOnceIfPast(form, viewer.Words, wish.Time, head.Gathering.Time, time.Utc());
        if (!form.IsRight) return Screen.ShowAgain<GatheringSettingsPage, GatheringSettingsModel>(new(head, form));
        await writes.Do(unit => IsRest(form, head) ? unit.SetRest(viewer.Me.ActorId, id, wish) : unit.SetGathering(viewer.Me.ActorId, id, wish));
        return Screen.Go(At(viewer, id), new Done("gatherings.kept", Draft: $"gathering:{id}"));
    }

    private static async Task<IResult> Cancelling(Id<Gathering> id, Viewer viewer, Db db) =>
        await GatheringAccess.ForHosting(db, viewer, id) is { Gathering.CancelledAt: null } head
            ? Screen.Show<CancelPage, GatheringSettingsModel>(new(head, Form.With(("which", "one"))))
            : Results.NotFound();

    private static async Task<IResult> Cancel(Id<Gathering> id, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await GatheringAccess.ForHosting(db, viewer, id) is not { } head) return Results.NotFound();
        var reason = form.Line("reason", Gathering.LongestReason, viewer.Words["gatherings.wrong.reason-long"]);
        if (!form.IsRight) return Screen.ShowAgain<CancelPage, GatheringSettingsModel>(new(head, form));
        await writes.Do(unit => IsRest(form, head) ? unit.CallOffRest(viewer.Me.ActorId, id, reason) : unit.CallOff(viewer.Me.ActorId, id, reason));
        if (IsRest(form, head)) return Screen.Go(At(viewer, id), new Done("gatherings.cancelled-rest", $"{At(viewer, id)}/cancellation/ending?rest=yes", head.Gathering.Title));
        return Screen.Go(At(viewer, id), new Done("gatherings.cancelled", $"{At(viewer, id)}/cancellation/ending", head.Gathering.Title));
    }

    private static async Task<IResult> Uncancel(Id<Gathering> id, string? rest, Viewer viewer, Db db, Writes writes)
    {
        if (await GatheringAccess.ForHosting(db, viewer, id) is null) return Results.NotFound();
        await writes.Do(unit => rest is null ? unit.CallOn(viewer.Me.ActorId, id) : unit.CallOnRest(viewer.Me.ActorId, id));
        return Screen.Go(At(viewer, id), new Done("gatherings.uncancelled"));
    }

    private static async Task<IResult> TakeDown(Id<Gathering> id, Viewer viewer, Db db, Writes writes)
    {
        if (await GatheringAccess.ForHosting(db, viewer, id) is not { } head) return Results.NotFound();
        await writes.Do(unit => unit.TakeDownGathering(viewer.Me.ActorId, id));
        return Screen.Go($"{viewer.Here.Path}/gatherings", new Done("gatherings.taken-down", $"{At(viewer, id)}/restoration", head.Gathering.Title));
    }

    private static async Task<IResult> PutBack(Id<Gathering> id, Viewer viewer, Db db, Writes writes) =>
        await GatheringAccess.ForPuttingBack(db, viewer, id) is not null && await writes.Do(unit => unit.PutBackGathering(viewer.Me.ActorId, id))
            ? Screen.Go(At(viewer, id), new Done("gatherings.put-back"))
            : Results.NotFound();

    private static bool IsRest(Form form, GatheringHead head) => form["which"] == "rest" && head.Gathering.SeriesId is not null;

    private static string At(Viewer viewer, Id<Gathering> id) => $"{viewer.Here.Path}/gatherings/{id}";
}
