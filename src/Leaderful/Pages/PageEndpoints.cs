using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Pages.Beside;
using Leaderful.Pages.Hanging;
using Leaderful.Pages.Mentions;
using Leaderful.Pages.Playback;
using Leaderful.Pages.Together;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Pages;

/// <summary>Finding pages, beginning one, and reading one.</summary>
public static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapGroup("").ForAnyone("Each page is followed through its own door; guests of a room write on its pages.").MapGet("/live/pages/{id}", PageFollowing.Follow);
        var pages = app.MapGroup("/c/{community}/pages").ForMembers("Pages are the community's own.");
        pages.MapGet("", async (Viewer viewer, Db db, string? from) => Screen.Show<PagesPage, PageList>(await db.PagesIn(viewer.Me, viewer.Here, ListPlace.Read(from))));
        pages.MapGet("/new", New);
        pages.MapPost("", Begin).RequireRateLimiting(RateLimits.Writing);
        pages.MapGet("/{id}", Show);
        pages.MapGet("/{id}/writers", Writers);
        pages.MapPageTending();
        pages.MapPagePlaces();
        pages.MapPageRungs();
        pages.MapPageExport();
        pages.MapPlayback();
        pages.MapBeside();
        pages.MapPictures();
    }

    /// <summary>It is for those they came from, unless they choose otherwise.</summary>
    private static async Task<IResult> New(Viewer viewer, Db db, string? on)
    {
        var rungs = Ladder.In(viewer.Me, viewer.Here);
        var place = await db.ThingToHangOn(viewer, Thing(on));
        var to = rungs.FirstOrDefault(r => place is not null && (r.Id == place.Scope && r.Circle is not null || r.Circle?.Id.As<Thing>() == place.Id)) ?? rungs[^1];
        return Screen.Show<BeginPagePage, BeginPageModel>(new BeginPageModel(Form.With(("to", to.Id.ToString()), ("template", Templates.Blank)), Id<Page>.New(), rungs) { On = place, Own = await db.TemplatesFor(viewer) });
    }

    private static Id<Thing>? Thing(string? on) => Id<Thing>.TryParse(on, null, out var id) ? id : null;

    private static async Task<IResult> Begin(Form form, Viewer viewer, Db db, Writes writes, PageKeeper keeper)
    {
        var key = Writing.Key<Page>(form) ?? Id<Page>.New();
        var rungs = Ladder.In(viewer.Me, viewer.Here);
        var place = await db.ThingToHangOn(viewer, Thing(form["on"]));
        var (title, whom) = (PageForm.Title(form, viewer.Words), Writing.Whom(form, rungs, viewer.Words));
        var first = await PageForm.First(form, db, viewer);
        if (!form.IsRight || whom is null) return Screen.ShowAgain<BeginPagePage, BeginPageModel>(new BeginPageModel(form, key, rungs) { On = place, Own = await db.TemplatesFor(viewer) });
        var id = await writes.Do(unit => unit.BeginPage(viewer.Me.ActorId, viewer.Here.Id, whom.Id, title, place?.Id, first, key));
        if (first is not null) await keeper.Keep(id, tells: form["text"].Length > 0);
        return Screen.Go($"{viewer.Here.Path}/pages/{id}");
    }

    /// <summary>For whoever asks who wrote what, and has the page open since before some of them came.</summary>
    private static async Task<IResult> Writers(Id<Page> id, Viewer viewer, Db db) =>
        await PageAccess.ForReading(db, viewer, id) is null ? Results.NotFound() : Results.Json(await db.WritersOf(id));

    private static async Task<IResult> Show(Id<Page> id, Viewer viewer, Db db, Writes writes)
    {
        if (await PageAccess.ForReading(db, viewer, id) is not { } page) return Results.NotFound();
        await writes.See(db, viewer.Me.PersonId, id);
        return Screen.Show<PagePage, PageModel>(await db.PageModel(viewer, page));
    }
}
