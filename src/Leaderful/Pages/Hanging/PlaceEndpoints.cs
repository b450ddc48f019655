using Leaderful.Data;
using Leaderful.Linking;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Pages.Hanging;

/// <summary>Moving a page: to the top, to a circle, under another page.</summary>
public static class PlaceEndpoints
{
    public static void MapPagePlaces(this RouteGroupBuilder pages)
    {
        pages.MapGet("/{id}/place", Show);
        pages.MapPost("/{id}/place", Move).RequireRateLimiting(RateLimits.Writing);
        pages.MapPost("/{id}/place/{move}/return", Return).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Show(Id<Page> id, Db db, Viewer viewer) =>
        await PageAccess.ForTending(db, viewer, id) is { } page ? Screen.Show<PlacePage, PlaceModel>(await PlaceModel.Of(db, viewer, page)) : Results.NotFound();

    private static async Task<IResult> Move(Id<Page> id, Form form, Db db, Viewer viewer, Writes writes)
    {
        if (await PageAccess.ForTending(db, viewer, id) is not { } page) return Results.NotFound();
        var (path, isTop) = ($"{viewer.Here.Path}/pages/{id}", form["how"] == PlaceModel.Top);
        var on = isTop ? null : await db.ThingToHangOn(viewer, Chosen(form));
        if (on is not null || isTop)
        {
            if (on?.Id == page.AboutId) return Screen.Go(path);
            if (await writes.Do(unit => unit.PlacePage(viewer.Me.ActorId, id, on?.Id)) is { } move)
                return Screen.Go(path, new Done(isTop ? "pages.placed-top" : "pages.placed", $"{path}/place/{move}/return", on?.Name ?? ""));
        }
        form.Refuse(form["how"] == PlaceModel.Under ? "under" : "how", viewer.Words["pages.wrong.place"]);
        return Screen.ShowAgain<PlacePage, PlaceModel>(await PlaceModel.Of(db, viewer, page, form));
    }

    private static Id<Thing>? Chosen(Form form)
    {
        if (form["how"] != PlaceModel.Under) return Id<Thing>.TryParse(form["how"], null, out var circle) ? circle : null;
        if (form["address"].Length > 0) return LinkTarget.Typed(form["address"])?.Thing;
        return Id<Thing>.TryParse(form["under"], null, out var page) ? page : null;
    }

    private static async Task<IResult> Return(Id<Page> id, Id<JournalEntry> move, Db db, Viewer viewer, Writes writes)
    {
        if (await PageAccess.ForTending(db, viewer, id) is null) return Results.NotFound();
        var isBack = await writes.Do(unit => unit.PlacePageBack(viewer.Me.ActorId, id, move));
        return Screen.Go($"{viewer.Here.Path}/pages/{id}", new Done(isBack ? "pages.placed-back" : "pages.stays"));
    }
}
