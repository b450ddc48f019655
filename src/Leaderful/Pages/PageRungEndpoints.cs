using Leaderful.Data;
using Leaderful.People;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Pages;

/// <summary>Who reads a page, and who could instead.</summary>
public sealed record PageRungModel(PageHead Page, IReadOnlyList<Rung> Rungs, Form Form);

public static class PageRungEndpoints
{
    public static void MapPageRungs(this RouteGroupBuilder pages)
    {
        pages.MapGet("/{id}/rung", Show);
        pages.MapPost("/{id}/rung", Move).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Show(Id<Page> id, Db db, Viewer viewer)
    {
        if (await PageAccess.ForTending(db, viewer, id) is not { } page) return Results.NotFound();
        var form = Form.With(("scope", page.ScopeId.ToString()), ("reason", page.Reason));
        return Screen.Show<PageRungPage, PageRungModel>(new PageRungModel(page, await db.RungsFor(viewer, page), form));
    }

    private static async Task<IResult> Move(Id<Page> id, Form form, Db db, Viewer viewer, Writes writes)
    {
        if (await PageAccess.ForTending(db, viewer, id) is not { } page) return Results.NotFound();
        var (path, rungs) = ($"{viewer.Here.Path}/pages/{id}", await db.RungsFor(viewer, page));
        var from = rungs.On(page.ScopeId);
        var opening = form.Opening("", viewer.Words, rungs, from);
        if (form.IsRight)
        {
            var to = rungs.On(opening.Scope);
            if (to == from) return Screen.Go(path);
            if (await writes.Do(unit => unit.MovePage(viewer.Me.ActorId, id, from, to, opening.Reason))) return Screen.Go(path, new Done("pages.rung-done"));
            form.Refuse("scope", viewer.Words["tending.wrong.rung"]);
        }
        return Screen.ShowAgain<PageRungPage, PageRungModel>(new PageRungModel(page, rungs, form));
    }
}
