using System.Globalization;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Convergence;

/// <summary>Beginning and ending it, for whoever holds the space.</summary>
public static class EnergyHolding
{
    public static void MapEnergyHolding(this RouteGroupBuilder held)
    {
        held.MapPost("/energy", Begin).RequireRateLimiting(RateLimits.Writing);
        held.MapPost("/energy/deletion", (Id<Space> id, Viewer viewer, Db db, Writes writes) => Do(id, viewer, db, writes, unit => unit.WithdrawDots(viewer.Me.ActorId, id), "withdrawn")).RequireRateLimiting(RateLimits.Writing);
        held.MapPost("/energy/ending", (Id<Space> id, Viewer viewer, Db db, Writes writes) => Do(id, viewer, db, writes, unit => unit.EndDots(viewer.Me.ActorId, id), "ended", "reopening")).RequireRateLimiting(RateLimits.Writing);
        held.MapPost("/energy/reopening", (Id<Space> id, Viewer viewer, Db db, Writes writes) => Do(id, viewer, db, writes, unit => unit.GoOnWithDots(viewer.Me.ActorId, id), "goes-on", "ending")).RequireRateLimiting(RateLimits.Writing);
    }

    public static bool MayBegin(SpaceHead head) => SpaceAccess.IsOpen(head) && head.Space.Stage >= Stage.Open;

    private static async Task<IResult> Begin(Id<Space> id, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForHolding(db, viewer, id) is not { } head || !MayBegin(head)) return Results.NotFound();
        if (!int.TryParse(form["each"], NumberStyles.None, CultureInfo.InvariantCulture, out var each) || each is < 1 or > DotRound.MostEach)
            form.Refuse("each", viewer.Words.Say("energy.wrong.each", ("most", DotRound.MostEach)));
        if (!form.IsRight) return Screen.ShowAgain<EnergyPage, EnergyModel>(await EnergyEndpoints.Model(db, viewer, head, form));
        var at = EnergyEndpoints.At(viewer, id);
        return await writes.Do(unit => unit.BeginDots(viewer.Me.ActorId, id, each)) ? Screen.Go(at, new Done("energy.done.begun", $"{at}/deletion")) : Screen.Go(at);
    }

    /// <summary>What came too late leads back to how things are.</summary>
    private static async Task<IResult> Do(Id<Space> id, Viewer viewer, Db db, Writes writes, Func<Unit, Task<bool>> change, string said, string? undo = null)
    {
        if (await SpaceAccess.ForHolding(db, viewer, id) is not { } head || !SpaceAccess.IsOpen(head)) return Results.NotFound();
        var at = EnergyEndpoints.At(viewer, id);
        return await writes.Do(change) ? Screen.Go(at, new Done($"energy.done.{said}", undo is null ? null : $"{at}/{undo}")) : Screen.Go(at);
    }
}
