using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace.Reviews;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>Calling an Open Space like an earlier one.</summary>
public static class CopyEndpoints
{
    public static void MapCopies(this RouteGroupBuilder space)
    {
        space.MapGet("/copies", Show);
        space.MapPost("/copies", Copy).RequireRateLimiting(RateLimits.Writing);
    }

    /// <summary>Whoever could call it anew: for the community any member, for a circle those who belong to it.</summary>
    public static bool MayCopy(Viewer viewer, SpaceHead head) => viewer.Guest is null && Ladder.In(viewer.Me, viewer.Here).Any(r => r.Id == head.ScopeId)
        && (head.Gathering.CircleId is not { } circle || viewer.Me.Circles.Any(c => c.Id == circle));

    private static async Task<IResult> Show(Id<Space> id, Viewer viewer, Db db) =>
        await SpaceAccess.ForReading(db, viewer, id) is { } head && MayCopy(viewer, head) ? Screen.Show<CopyPage, CopyModel>(new(head, Form.With(("title", head.Theme)), await db.OpenFrom(viewer, head))) : Results.NotFound();

    private static async Task<IResult> Copy(Id<Space> id, Form form, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await SpaceAccess.ForReading(db, viewer, id) is not { } head || !MayCopy(viewer, head)) return Results.NotFound();
        var words = viewer.Words;
        var title = form.Line("title", Gathering.LongestTitle, words["gatherings.wrong.title-long"], words["gatherings.wrong.title-missing"]);
        var day = PreparingForm.DayToCome(form, "day", words, time.Utc());
        if (form["day"].Length == 0) form.Refuse("day", words["preparing.wrong.day"]);
        var open = await db.OpenFrom(viewer, head);
        if (!form.IsRight) return Screen.ShowAgain<CopyPage, CopyModel>(new(head, form, open));
        var carried = CarryingOver.Wishes(open, form.All("carry"), head, viewer);
        var made = await writes.Do(async unit => await unit.CarryOver(viewer.Me.ActorId, await unit.CopySpace(viewer.Me.ActorId, head, title, day!.Value), carried));
        return Screen.Go($"{viewer.Here.Path}/gatherings/{made}/preparing", new Done("preparing.copied", $"{viewer.Here.Path}/gatherings/{made}/deletion", title, $"copy:{id}"));
    }
}
