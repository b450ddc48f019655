using Leaderful.Data;
using Leaderful.Pages.Together;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Markdown;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Pages.Playback;

/// <summary>Looking at how a page came to be, naming a moment, and bringing one back.</summary>
public static class PlaybackEndpoints
{
    public static void MapPlayback(this RouteGroupBuilder pages)
    {
        pages.MapGet("/{id}/playback", Show);
        pages.MapGet("/{id}/playback/changes", Changes);
        pages.MapPost("/{id}/playback/names", Name).RequireRateLimiting(RateLimits.Writing);
        pages.MapPost("/{id}/playback/restoration", Restore).RequireRateLimiting(RateLimits.Writing);
    }

    /// <summary>A step of the slider, or the moment a row of the log belongs to; now, where neither is asked for.</summary>
    private static async Task<IResult> Show(Id<Page> id, Viewer viewer, Db db, int? step, long? at)
    {
        if (await PageAccess.ForReading(db, viewer, id) is not { } page) return Results.NotFound();
        var moments = await db.MomentsOf(id);
        if (moments.Count == 0) return Screen.Go($"{viewer.Here.Path}/pages/{id}");
        var chosen = at is { } number ? moments.StepOf(number) : Math.Clamp((step ?? moments.Count) - 1, 0, moments.Count - 1);
        return Screen.Show<PlaybackPage, PlaybackModel>(await Model(db, page, moments, chosen, Form.Empty));
    }

    private static async Task<PlaybackModel> Model(Db db, PageHead page, IReadOnlyList<Moment> moments, int step, Form form) => new(
        page, moments, step, PageText.Html(await db.WrittenUpTo(page.Id, moments[step].Number)), await db.WroteIn(page.Id, moments[step]), await db.NamedMoments(page.Id), form);

    /// <summary>Between two steps, or the moments two rows of the log belong to, in whichever order.</summary>
    private static async Task<IResult> Changes(Id<Page> id, Viewer viewer, Db db, long? from, long? to, int? first, int? last)
    {
        if (await PageAccess.ForReading(db, viewer, id) is not { } page) return Results.NotFound();
        var moments = await db.MomentsOf(id);
        if (moments.Count == 0) return Screen.Go($"{viewer.Here.Path}/pages/{id}");
        var (one, other) = (Step(first, moments) ?? moments.StepOf(from ?? 1), Step(last, moments) ?? moments.StepOf(to ?? long.MaxValue));
        var (before, after) = (Math.Min(one, other), Math.Max(one, other));
        var changes = TextDiff.Compare(PageText.Plain(await db.WrittenUpTo(id, moments[before].Number)), PageText.Plain(await db.WrittenUpTo(id, moments[after].Number)));
        return Screen.Show<PageChangesPage, PageChangesModel>(new PageChangesModel(page, moments, before, after, changes));
    }

    private static async Task<IResult> Name(Id<Page> id, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await PageAccess.ForWriting(db, viewer, id) is not { } page) return Results.NotFound();
        var moments = await db.MomentsOf(id);
        if (Chosen(form, moments) is not { } step) return Results.NotFound();
        var name = form.Line("name", PageVersion.LongestName, viewer.Words["pages.wrong.name-long"], viewer.Words["pages.wrong.name-missing"]);
        if (!form.IsRight) return Screen.ShowAgain<PlaybackPage, PlaybackModel>(await Model(db, page, moments, step, form));
        await writes.Do(unit => unit.NameMoment(page, viewer.Me.ActorId, moments[step].Number, name));
        return Screen.Go($"{viewer.Here.Path}/pages/{id}/playback?at={moments[step].Number}");
    }

    private static async Task<IResult> Restore(Id<Page> id, Form form, Viewer viewer, Db db, Writes writes, PageLog log)
    {
        if (await PageAccess.ForWriting(db, viewer, id) is not { } page) return Results.NotFound();
        var moments = await db.MomentsOf(id);
        if (Chosen(form, moments) is not { } step) return Results.NotFound();
        var (change, others) = Restoring.BringBack(await db.Written(id), await db.WrittenUpTo(id, moments[step].Number), await db.HandsOf(id));
        if (change is not null && !await log.Write(page, viewer.Me.ActorId, change, others)) return Results.NotFound();
        await writes.Do(unit => { unit.Journal(viewer.Me.ActorId, "page.restored", id.Value, page.CommunityId); });
        return Screen.Go($"{viewer.Here.Path}/pages/{id}", new Done("pages.restored"));
    }

    private static int? Step(int? step, IReadOnlyList<Moment> moments) => step is { } chosen ? Math.Clamp(chosen - 1, 0, moments.Count - 1) : null;

    private static int? Chosen(Form form, IReadOnlyList<Moment> moments) =>
        long.TryParse(form["at"], out var number) && moments.Count > 0 && number > 0 && number <= moments[^1].Number ? moments.StepOf(number) : null;
}
