using Leaderful.Data;
using Leaderful.OpenSpace.Preparing;
using Leaderful.Prompts;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Debriefs;

/// <summary>The talk as a whole: begun, ended, given to others, and its card.</summary>
public static class DebriefEndpoints
{
    public static void MapDebriefs(this IEndpointRouteBuilder app)
    {
        var debrief = app.MapGroup("/c/{community}/gatherings/{id}/debrief").ForMembers("its own door lets in those who talk, and everybody who sees the gathering once it is released");
        debrief.MapGet("", Show);
        debrief.MapPost("", Begin).RequireRateLimiting(RateLimits.Writing);
        debrief.MapPost("/beginning/withdrawal", Unbegin).RequireRateLimiting(RateLimits.Writing);
        debrief.MapPost("/ending", End).RequireRateLimiting(RateLimits.Writing);
        debrief.MapPost("/ending/withdrawal", Unend).RequireRateLimiting(RateLimits.Writing);
        debrief.MapPost("/release", Release).RequireRateLimiting(RateLimits.Writing);
        debrief.MapPost("/release/withdrawal", TakeBack).RequireRateLimiting(RateLimits.Writing);
        debrief.MapGet("/card", Card);
        debrief.MapDebriefQuestions();
        debrief.MapGrowing();
    }

    public static string At(Viewer viewer, Id<Space> id) => $"{viewer.Here.Path}/gatherings/{id}/debrief";

    private static async Task<IResult> Show(Id<Space> id, Viewer viewer, Db db) =>
        await DebriefAccess.ForReading(db, viewer, id) is { } head ? Screen.Show<DebriefPage, DebriefModel>(await DebriefModel.Of(db, viewer, head)) : Results.NotFound();

    private static async Task<IResult> Begin(Id<Space> id, Viewer viewer, Db db, Writes writes)
    {
        if (await DebriefAccess.ForTalking(db, viewer, id) is not { IsTime: true }) return Results.NotFound();
        var isBegun = await writes.Do(unit => unit.BeginDebrief(viewer.Me.ActorId, id));
        return Screen.Go(At(viewer, id), isBegun ? new Done("debrief.begun", $"{At(viewer, id)}/beginning/withdrawal") : null);
    }

    private static async Task<IResult> Unbegin(Id<Space> id, Viewer viewer, Db db, Writes writes)
    {
        if (await DebriefAccess.ForWriting(db, viewer, id) is null) return Results.NotFound();
        var isDone = await writes.Do(unit => unit.UnbeginDebrief(viewer.Me.ActorId, id));
        return Screen.Go(At(viewer, id), new Done(isDone ? "debrief.as-before" : "debrief.written-meanwhile"));
    }

    private static async Task<IResult> End(Id<Space> id, Viewer viewer, Db db, Writes writes)
    {
        if (await DebriefAccess.ForWriting(db, viewer, id) is not { } head) return Results.NotFound();
        var isDone = await writes.Do(unit => unit.StepOn(viewer.Me.ActorId, head.Space, Stage.Debriefed));
        return Screen.Go(At(viewer, id), isDone ? new Done("debrief.ended", $"{At(viewer, id)}/ending/withdrawal") : new Done("preparing.stepped-before"));
    }

    private static async Task<IResult> Unend(Id<Space> id, Viewer viewer, Db db, Writes writes)
    {
        if (await DebriefAccess.ForWriting(db, viewer, id) is null) return Results.NotFound();
        var isDone = await writes.Do(unit => unit.StepBackFrom(viewer.Me.ActorId, id, Stage.Debriefed));
        return Screen.Go(At(viewer, id), new Done(isDone ? "debrief.as-before" : "preparing.stepped-before"));
    }

    private static async Task<IResult> Release(Id<Space> id, Viewer viewer, Db db, Writes writes)
    {
        if (await DebriefAccess.ForWriting(db, viewer, id) is null) return Results.NotFound();
        var isDone = await writes.Do(unit => unit.ReleaseDebrief(viewer.Me.ActorId, id));
        return Screen.Go($"{At(viewer, id)}#release", isDone ? new Done("debrief.released", $"{At(viewer, id)}/release/withdrawal") : null);
    }

    private static async Task<IResult> TakeBack(Id<Space> id, Viewer viewer, Db db, Writes writes)
    {
        if (await DebriefAccess.ForWriting(db, viewer, id) is null) return Results.NotFound();
        var isDone = await writes.Do(unit => unit.TakeBackDebrief(viewer.Me.ActorId, id));
        return Screen.Go($"{At(viewer, id)}#release", isDone ? new Done("debrief.taken-back", $"{At(viewer, id)}/release") : null);
    }

    /// <summary>The questions are no secret: whoever sees the gathering may print them. As they are asked in this talk; before it, as they are asked now.</summary>
    private static async Task<IResult> Card(Id<Space> id, Viewer viewer, Db db)
    {
        if (await SpaceAccess.ForReading(db, viewer, id) is not { } space) return Results.NotFound();
        var begun = await db.The<DebriefConversation>().Where(d => d.Id == id.As<DebriefConversation>()).Select(d => new { d.SetId }).SingleOrDefaultAsync();
        var set = begun is null ? (await db.CurrentSet(viewer.Here.Id, HousePrompts.Debrief))?.Id : begun.SetId;
        return Screen.Show<CardPage, CardModel>(new(space, Closings.Beside((await db.PromptsOf(set, HousePrompts.Debrief, Tongue.Of(viewer))).Prompts, viewer.Words)));
    }
}
