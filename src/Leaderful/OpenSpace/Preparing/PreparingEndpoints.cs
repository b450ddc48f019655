using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace.Convergence;
using Leaderful.OpenSpace.Reviews;
using Leaderful.OpenSpace.Wall;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>How far it has come, who holds it, when it is looked at again.</summary>
public static class PreparingEndpoints
{
    public static void MapPreparingPage(this RouteGroupBuilder space)
    {
        space.MapGet("/preparing", Show);
        space.MapPost("/preparing/stages", Step).RequireRateLimiting(RateLimits.Writing);
        space.MapPost("/preparing/stages/{stage}/ending", StepBack).RequireRateLimiting(RateLimits.Writing);
        space.MapPost("/preparing/review", Plan).RequireRateLimiting(RateLimits.Writing);
    }

    public static string At(Viewer viewer, Id<Space> id) => $"{viewer.Here.Path}/gatherings/{id}/preparing";

    private static async Task<IResult> Show(Id<Space> id, Viewer viewer, Db db, TimeProvider time) =>
        await SpaceAccess.ForReading(db, viewer, id) is { } head ? Screen.Show<PreparingPage, PreparingModel>(await Model(db, viewer, head, time.Utc())) : Results.NotFound();

    private static async Task<IResult> Step(Id<Space> id, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForHolding(db, viewer, id) is not { Gathering.CancelledAt: null } head || !Enum.TryParse<Stage>(form["to"], out var to) || !Enum.IsDefined(to)) return Results.NotFound();
        var isDone = await writes.Do(unit => unit.StepOn(viewer.Me.ActorId, head, to));
        return Screen.Go($"{At(viewer, id)}#stage", isDone
            ? new Done("preparing.stepped", $"{At(viewer, id)}/stages/{to}/ending", viewer.Words[$"preparing.stages.{to.Key()}"])
            : new Done("preparing.stepped-before"));
    }

    private static async Task<IResult> StepBack(Id<Space> id, Stage stage, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForHolding(db, viewer, id) is null) return Results.NotFound();
        var isDone = await writes.Do(unit => unit.StepBackFrom(viewer.Me.ActorId, id, stage));
        return Screen.Go($"{At(viewer, id)}#stage", new Done(isDone ? "preparing.stepped-back" : "preparing.stepped-before"));
    }

    private static async Task<IResult> Plan(Id<Space> id, Form form, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await SpaceAccess.ForPreparing(db, viewer, id) is not { } head) return Results.NotFound();
        var had = (await db.NextReviewOf(id))?.Day;
        var day = PreparingForm.DayToCome(form, "day", viewer.Words, time.Utc(), had);
        if (form["day"].Length == 0) form.Refuse("day", viewer.Words["preparing.wrong.day"]);
        if (!form.IsRight) return Screen.ShowAgain<PreparingPage, PreparingModel>(await Model(db, viewer, head, time.Utc(), form));
        await writes.Do(unit => unit.PlanFirstReview(viewer.Me.ActorId, id, day!.Value));
        return Screen.Go($"{At(viewer, id)}#review", new Done("preparing.review-kept"));
    }

    private static async Task<PreparingModel> Model(Db db, Viewer viewer, SpaceHead head, DateTime now, Form? typed = null)
    {
        var (givens, pledges, review, id) = (await db.GivensOf(head.Id, viewer.Me.ActorId), await db.PledgesOf(head.Id), await db.NextReviewOf(head.Id), head.Id);
        var mayHold = SpaceAccess.MayHold(viewer, head);
        var day = review?.Day ?? Planning.UsualDay(head.Gathering);
        return new(head, await db.HoldersOf(id), typed ?? Form.With(("day", day is { } on ? DayWords.Written(on) : "")))
        {
            Since = await db.The<SpaceStage>().Where(s => s.SpaceId == id).OrderByDescending(s => s.Id).Select(s => (DateTime?)s.At).FirstOrDefaultAsync(),
            Givens = givens.Count(g => g.It.GoneAt is null), GivensAsked = givens.Count(g => g.IsOpen(now)), Pledges = pledges.Count(p => p.IsPromised), Waiting = [.. pledges.Where(p => p.IsWaiting)],
            Answered = await db.The<PreparingAnswer>().CountAsync(a => a.SpaceId == id && a.Text != ""), Ticked = await db.The<ChecklistTick>().CountAsync(t => t.SpaceId == id), Review = review,
            MayHold = mayHold, MayPrepare = SpaceAccess.MayPrepare(viewer, head), MayCopy = CopyEndpoints.MayCopy(viewer, head),
            MayHost = SpaceAccess.MayHost(viewer, head), Untaken = mayHold && head.Space.Stage >= Stage.ActionSpace ? await db.UntakenOn(await db.BoardOf(id)) : [],
        };
    }
}
