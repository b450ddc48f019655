using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>How free groups are to act, written by those who prepare.</summary>
public static class LeewayEndpoints
{
    public static void MapLeeway(this RouteGroupBuilder space)
    {
        space.MapGet("/preparing/leeway", Show);
        space.MapPost("/preparing/leeway", Keep).RequireRateLimiting(RateLimits.Writing);
    }

    public static string DraftOf(Id<Space> id) => $"leeway:{id}";

    private static async Task<IResult> Show(Id<Space> id, Viewer viewer, Db db)
    {
        if (await SpaceAccess.ForPreparing(db, viewer, id) is not { } head) return Results.NotFound();
        var (now, by) = await Find(db, id);
        return Screen.Show<LeewayPage, LeewayModel>(new(head, now, by, Form.With(("text", now?.Text ?? ""), ("edition", Editions.Text(now?.Edition ?? 0)))));
    }

    private static async Task<IResult> Keep(Id<Space> id, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForPreparing(db, viewer, id) is not { } head) return Results.NotFound();
        var text = form.Text("text", Leeway.LongestText, viewer.Words["preparing.wrong.leeway-long"]);
        var isOvertaken = form.IsRight && !await writes.Do(unit => unit.SetLeeway(viewer.Me.ActorId, id, text, Editions.Seen(form)));
        if (isOvertaken) form.Refuse("text", viewer.Words["preparing.wrong.changed"]);
        if (form.IsRight) return Screen.Go($"{GivenRoom.At(viewer, id)}#leeway", new Done("preparing.answer-kept", Draft: DraftOf(id)));
        var (now, by) = await Find(db, id);
        if (isOvertaken) form.Put("edition", Editions.Text(now?.Edition ?? 0));
        return Screen.ShowAgain<LeewayPage, LeewayModel>(new(head, now, by, form));
    }

    private static async Task<(Leeway? Now, string By)> Find(Db db, Id<Space> id) =>
        await db.The<Leeway>().SingleOrDefaultAsync(l => l.Id == id.As<Leeway>()) is { } now
            ? (now, await db.The<Actor>().Where(a => a.Id == now.WrittenById).Select(a => a.Name).SingleAsync()) : (null, "");
}
