using Leaderful.Data;
using Leaderful.Pages;
using Leaderful.Pages.Bringing;

namespace Leaderful.Demo;

public static class Welcomes
{
    /// <summary>The page that greets whoever finds the community.</summary>
    public static async Task Welcome(this Story story, Unit unit, string by, string place)
    {
        var (actor, community) = (story.Cast.Actor(by), story.Place(place));
        var id = await unit.BeginPage(actor, community.Id, community.ScopeId, "Welcome", first: MarkdownPage.Change(Script.Text($"texts/{place}-welcome.md")));
        await unit.Db.SaveChangesAsync();
        await unit.Welcome(actor, community.Id, id);
    }
}
