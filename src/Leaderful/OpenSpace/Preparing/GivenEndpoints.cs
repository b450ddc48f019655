using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>Whoever prepares writes down what is given, and takes it away.</summary>
public static class GivenEndpoints
{
    public static void MapGivens(this RouteGroupBuilder space)
    {
        space.MapGet("/givens/new", New);
        space.MapPost("/givens", Add).RequireRateLimiting(RateLimits.Writing);
        space.MapGet("/givens/{given}", Edit);
        space.MapPost("/givens/{given}", Set).RequireRateLimiting(RateLimits.Writing);
        space.MapPost("/givens/{given}/deletion", Remove).RequireRateLimiting(RateLimits.Writing);
        space.MapPost("/givens/{given}/restoration", PutBack).RequireRateLimiting(RateLimits.Writing);
    }

    internal static Task<Given?> Find(Db db, Id<Space> id, Id<Given> given) => db.The<Given>().SingleOrDefaultAsync(g => g.Id == given && g.SpaceId == id && g.RemovedAt == null);

    private static async Task<IResult> New(Id<Space> id, Viewer viewer, Db db) => await SpaceAccess.ForPreparing(db, viewer, id) is { } head
        ? Screen.Show<GivenPage, GivenModel>(new(head, null, Form.With(("set-by", viewer.Words["preparing.the-sponsor"])))) : Results.NotFound();

    private static async Task<IResult> Add(Id<Space> id, Form form, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await SpaceAccess.ForPreparing(db, viewer, id) is not { } head) return Results.NotFound();
        var wish = Read(form, viewer.Words, time.Utc());
        if (form.IsRight && await writes.Do(unit => unit.AddGiven(viewer.Me.ActorId, id, wish)) is { } made)
            return Screen.Go($"{GivenRoom.At(viewer, id)}#given-{made}", new Done("preparing.given-added", $"{GivenRoom.At(viewer, id)}/{made}/deletion", Draft: $"given:{id}"));
        if (form.IsRight) form.Refuse("text", viewer.Words["preparing.wrong.givens-many"]);
        return Screen.ShowAgain<GivenPage, GivenModel>(new(head, null, form));
    }

    private static async Task<IResult> Edit(Id<Space> id, Id<Given> given, Viewer viewer, Db db) =>
        await SpaceAccess.ForPreparing(db, viewer, id) is { } head && await Find(db, id, given) is { } it
            ? Screen.Show<GivenPage, GivenModel>(new(head, it, Form.With(("text", it.Text), ("set-by", it.SetBy), ("until", it.Until is { } day ? DayWords.Written(day) : ""), (Editions.Field, Editions.Text(it.Edition))))) : Results.NotFound();

    private static async Task<IResult> Set(Id<Space> id, Id<Given> given, Form form, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await SpaceAccess.ForPreparing(db, viewer, id) is not { } head || await Find(db, id, given) is not { } it) return Results.NotFound();
        var wish = Read(form, viewer.Words, time.Utc(), it.Until);
        var isOvertaken = form.IsRight && !await writes.Do(unit => unit.SetGiven(viewer.Me.ActorId, id, given, wish, Editions.Seen(form)));
        if (isOvertaken)
        {
            if (await Overtaken(form, viewer.Words, db, id, given) is not { } now) return Results.NotFound();
            it = now;
        }
        if (!form.IsRight) return Screen.ShowAgain<GivenPage, GivenModel>(new(head, it, form) { IsOvertaken = isOvertaken });
        return Screen.Go($"{GivenRoom.At(viewer, id)}#given-{given}", new Done("preparing.answer-kept", Draft: $"given:{given}"));
    }

    /// <summary>As somebody else left it meanwhile; nothing where they took it away.</summary>
    private static async Task<Given?> Overtaken(Form form, Words words, Db db, Id<Space> id, Id<Given> given)
    {
        if (await db.The<Given>().AsNoTracking().SingleOrDefaultAsync(g => g.Id == given && g.SpaceId == id && g.RemovedAt == null) is not { } now) return null;
        form.Refuse("text", words["preparing.wrong.changed"]);
        form.Put(Editions.Field, Editions.Text(now.Edition));
        return now;
    }

    private static async Task<IResult> Remove(Id<Space> id, Id<Given> given, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForPreparing(db, viewer, id) is null || !await writes.Do(unit => unit.RemoveGiven(viewer.Me.ActorId, id, given))) return Results.NotFound();
        return Screen.Go(GivenRoom.At(viewer, id), new Done("preparing.given-removed", $"{GivenRoom.At(viewer, id)}/{given}/restoration"));
    }

    private static async Task<IResult> PutBack(Id<Space> id, Id<Given> given, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForPreparing(db, viewer, id) is null || !await writes.Do(unit => unit.PutBackGiven(viewer.Me.ActorId, id, given))) return Results.NotFound();
        return Screen.Go($"{GivenRoom.At(viewer, id)}#given-{given}", new Done("preparing.put-back"));
    }

    private static GivenWish Read(Form form, Words words, DateTime now, DateOnly? had = null) => new(
        form.Text("text", Given.LongestText, words["preparing.wrong.given-long"], words["preparing.wrong.given-missing"]),
        form.Line("set-by", Given.LongestSetBy, words["preparing.wrong.set-by-long"], words["preparing.wrong.set-by-missing"]),
        PreparingForm.DayToCome(form, "until", words, now, had));
}
