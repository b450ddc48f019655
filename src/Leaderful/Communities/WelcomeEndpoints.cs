using Leaderful.Data;
using Leaderful.Pages;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Communities;

/// <summary>Which page greets whoever finds the community, and which could.</summary>
public sealed record WelcomeModel(WelcomePage? Now, IReadOnlyList<PageTemplate> Pages, Form Form);

/// <summary>The page that greets whoever finds the community: a new one, one there is, or none.</summary>
public static class WelcomeEndpoints
{
    public static void MapWelcome(this RouteGroupBuilder settings)
    {
        settings.MapGet("/welcome", async (Viewer viewer, Db db) => Screen.Show<WelcomeChoicePage, WelcomeModel>(await Model(db, viewer, null)));
        settings.MapPost("/welcome", Choose).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<WelcomeModel> Model(Db db, Viewer viewer, Form? form)
    {
        var now = await db.WelcomeOf(viewer.Here.Id);
        return new WelcomeModel(now, await db.PossibleWelcomes(viewer), form ?? Form.With(("how", now is null ? "new" : "under"), ("page", now?.Id.ToString() ?? "")));
    }

    private static async Task<IResult> Choose(Form form, Viewer viewer, Db db, Writes writes)
    {
        var (me, here) = (viewer.Me.ActorId, viewer.Here);
        if (form["how"] == "new") return await Begin(viewer, writes);
        var page = form["how"] == "under" && Id<Page>.TryParse(form["page"], null, out var id) ? await PageAccess.ForTending(db, viewer, id) : null;
        if (form["how"] == "none" || page?.ScopeId == here.ScopeId)
        {
            await writes.Do(unit => unit.Welcome(me, here.Id, page?.Id));
            return Screen.Go($"{here.Path}/settings", new Done(page is null ? "settings.welcome-none" : "settings.welcome-set", Name: page?.Title ?? ""));
        }
        form.Refuse("page", viewer.Words["settings.wrong-welcome"]);
        return Screen.ShowAgain<WelcomeChoicePage, WelcomeModel>(await Model(db, viewer, form));
    }

    private static async Task<IResult> Begin(Viewer viewer, Writes writes)
    {
        var (me, here) = (viewer.Me.ActorId, viewer.Here);
        var page = await writes.Do(async unit =>
        {
            var begun = await unit.BeginPage(me, here.Id, here.ScopeId, viewer.Words["settings.welcome"]);
            await unit.Db.SaveChangesAsync();
            await unit.Welcome(me, here.Id, begun);
            return begun;
        });
        return Screen.Go($"{here.Path}/pages/{page}");
    }
}
