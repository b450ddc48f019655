using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Pages;

/// <summary>Giving a page another title, closing it to writing, making a template of it, taking it down.</summary>
public static class PageTending
{
    public static void MapPageTending(this RouteGroupBuilder pages)
    {
        pages.MapGet("/{id}/title", Title);
        pages.MapPost("/{id}/title", Rename).RequireRateLimiting(RateLimits.Writing);
        pages.MapPost("/{id}/closing", Close).RequireRateLimiting(RateLimits.Writing);
        pages.MapPost("/{id}/closing/ending", Reopen).RequireRateLimiting(RateLimits.Writing);
        pages.MapPost("/{id}/template", Offer).RequireRateLimiting(RateLimits.Writing);
        pages.MapPost("/{id}/template/ending", Withdraw).RequireRateLimiting(RateLimits.Writing);
        pages.MapPost("/{id}/deletion", TakeDown).RequireRateLimiting(RateLimits.Writing);
        pages.MapPost("/{id}/restoration", PutBack).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Title(Id<Page> id, Db db, Viewer viewer) =>
        await PageAccess.ForTending(db, viewer, id) is { } page
            ? Screen.Show<PageTitlePage, PageTitleModel>(new PageTitleModel(page, Form.With(("title", page.Title))))
            : Results.NotFound();

    private static async Task<IResult> Rename(Id<Page> id, Form form, Db db, Viewer viewer, Writes writes)
    {
        if (await PageAccess.ForTending(db, viewer, id) is not { } page) return Results.NotFound();
        var title = PageForm.Title(form, viewer.Words);
        if (!form.IsRight) return Screen.ShowAgain<PageTitlePage, PageTitleModel>(new PageTitleModel(page, form));
        if (title != page.Title) await writes.Do(unit => unit.RenamePage(viewer.Me.ActorId, id, title));
        return Screen.Go($"{viewer.Here.Path}/pages/{id}");
    }

    private static async Task<IResult> Close(Id<Page> id, Db db, Viewer viewer, Writes writes)
    {
        if (await PageAccess.ForTending(db, viewer, id) is null) return Results.NotFound();
        await writes.Do(unit => unit.ClosePage(viewer.Me.ActorId, id));
        return Screen.Go($"{viewer.Here.Path}/pages/{id}");
    }

    private static async Task<IResult> Reopen(Id<Page> id, Db db, Viewer viewer, Writes writes)
    {
        if (await PageAccess.ForTending(db, viewer, id) is null) return Results.NotFound();
        await writes.Do(unit => unit.ReopenPage(viewer.Me.ActorId, id));
        return Screen.Go($"{viewer.Here.Path}/pages/{id}");
    }

    private static async Task<IResult> Offer(Id<Page> id, Db db, Viewer viewer, Writes writes)
    {
        if (await PageAccess.ForTending(db, viewer, id) is null) return Results.NotFound();
        await writes.Do(unit => unit.OfferTemplate(viewer.Me.ActorId, id));
        var path = $"{viewer.Here.Path}/pages/{id}";
        return Screen.Go(path, new Done("pages.offered", $"{path}/template/ending"));
    }

    private static async Task<IResult> Withdraw(Id<Page> id, Db db, Viewer viewer, Writes writes)
    {
        if (await PageAccess.ForTending(db, viewer, id) is null) return Results.NotFound();
        await writes.Do(unit => unit.WithdrawTemplate(viewer.Me.ActorId, id));
        return Screen.Go($"{viewer.Here.Path}/pages/{id}", new Done("pages.withdrawn"));
    }

    private static async Task<IResult> TakeDown(Id<Page> id, Db db, Viewer viewer, Writes writes)
    {
        if (await PageAccess.ForTending(db, viewer, id) is not { } page) return Results.NotFound();
        await writes.Do(unit => unit.TakeDownPage(viewer.Me.ActorId, id));
        var list = $"{viewer.Here.Path}/pages";
        return Screen.Go(list, new Done("pages.taken-down", $"{list}/{id}/restoration", page.Title));
    }

    private static async Task<IResult> PutBack(Id<Page> id, Db db, Viewer viewer, Writes writes)
    {
        if (await PageAccess.ForPuttingBack(db, viewer, id) is null) return Results.NotFound();
        return await writes.Do(unit => unit.PutBackPage(viewer.Me.ActorId, id)) ? Screen.Go($"{viewer.Here.Path}/pages/{id}") : Results.NotFound();
    }
}
