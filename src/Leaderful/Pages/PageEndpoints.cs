using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Pages.Beside;
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
        app.MapGroup("").ForPeople("Each page is followed through its own door.").MapGet("/live/pages/{id}", PageFollowing.Follow);
        var pages = app.MapGroup("/c/{community}/pages").ForMembers("Pages are the community's own.");
        pages.MapGet("", async (Viewer viewer, Db db, string? from) => Screen.Show<PagesPage, PageList>(await db.PagesIn(viewer.Me, viewer.Here, ListPlace.Read(from))));
        pages.MapGet("/new", New);
        pages.MapPost("", Begin).RequireRateLimiting(RateLimits.Writing);
        pages.MapGet("/{id}", Show);
        pages.MapPageTending();
        pages.MapPageExport();
        pages.MapPlayback();
        pages.MapBeside();
        pages.MapPictures();
    }

    /// <summary>It is for those they came from, unless they choose otherwise.</summary>
    private static IResult New(Viewer viewer, string? circle)
    {
        var rungs = Ladder.In(viewer.Me, viewer.Here);
        var from = rungs.FirstOrDefault(r => r.Circle is { } own && own.Id.ToString() == circle) ?? rungs[^1];
        return Screen.Show<BeginPagePage, BeginPageModel>(new BeginPageModel(Form.With(("to", from.Id.ToString()), ("template", Templates.Blank)), Id<Page>.New(), rungs));
    }

    private static async Task<IResult> Begin(Form form, Viewer viewer, Writes writes, PageKeeper keeper)
    {
        var key = Writing.Key<Page>(form) ?? Id<Page>.New();
        var rungs = Ladder.In(viewer.Me, viewer.Here);
        var (title, whom, first) = (PageForm.Title(form, viewer.Words), Writing.Whom(form, rungs, viewer.Words), PageForm.First(form, viewer.Words));
        if (!form.IsRight || whom is null) return Screen.ShowAgain<BeginPagePage, BeginPageModel>(new BeginPageModel(form, key, rungs));
        var id = await writes.Do(unit => unit.BeginPage(viewer.Me.ActorId, viewer.Here.Id, whom.Id, title, first: first, key: key));
        if (first is not null) await keeper.Keep(id);
        return Screen.Go($"{viewer.Here.Path}/pages/{id}");
    }

    private static async Task<IResult> Show(Id<Page> id, Viewer viewer, Db db) =>
        await PageAccess.ForReading(db, viewer, id) is { } page
            ? Screen.Show<PagePage, PageModel>(await db.PageModel(page))
            : Results.NotFound();
}
