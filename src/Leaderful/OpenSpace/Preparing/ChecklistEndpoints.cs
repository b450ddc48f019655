using Leaderful.Data;
using Leaderful.Prompts;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>What whoever holds it sees to, ticked one by one.</summary>
public static class ChecklistEndpoints
{
    public static void MapChecklist(this RouteGroupBuilder space)
    {
        space.MapGet("/preparing/checklist", Show);
        space.MapPost("/preparing/checklist/{key}", Tick).RequireRateLimiting(RateLimits.Writing);
        space.MapPost("/preparing/checklist/{key}/ending", Untick).RequireRateLimiting(RateLimits.Writing);
    }

    private static string At(Viewer viewer, Id<Space> id) => $"{PreparingEndpoints.At(viewer, id)}/checklist";

    private static async Task<IResult> Show(Id<Space> id, Viewer viewer, Db db) => await SpaceAccess.ForHolding(db, viewer, id) is { } head
        ? Screen.Show<ChecklistPage, ChecklistModel>(new(head, await Asked(db, viewer), await db.TicksOf(id))) : Results.NotFound();

    private static async Task<IResult> Tick(Id<Space> id, string key, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForHolding(db, viewer, id) is null || (await Asked(db, viewer)).Prompts.All(p => p.Key != key)) return Results.NotFound();
        await writes.Do(unit => unit.Tick(viewer.Me.ActorId, id, key));
        return Screen.Go($"{At(viewer, id)}#tick-{key}");
    }

    private static async Task<IResult> Untick(Id<Space> id, string key, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForHolding(db, viewer, id) is null) return Results.NotFound();
        await writes.Do(unit => unit.Untick(viewer.Me.ActorId, id, key));
        return Screen.Go($"{At(viewer, id)}#tick-{key}");
    }

    private static Task<AskedSet> Asked(Db db, Viewer viewer) => db.PromptsFor(viewer.Here.Id, HousePrompts.Checklist, Tongue.Of(viewer));
}
