using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Initiatives;
using Leaderful.Pages;
using Leaderful.Pages.Bringing;
using Leaderful.Prompts;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Reflections;

/// <summary>Looking back at a set of one-to-ones: alone, of which nothing is in the journal, or on a page of the team's.</summary>
public static class Reflecting
{
    public static async Task<Id<Reflection>> BeginReflection(this Unit unit, Session by, Id<Community> community, Id<Initiative>? initiative, Id<Reflection>? key = null)
    {
        var id = key ?? Id<Reflection>.New();
        if (key is not null && await unit.Db.The<Thing>().AnyAsync(t => t.Id == id.As<Thing>() && t.AuthorId == by.ActorId)) return id;
        var set = await unit.Db.CurrentSet(community, HousePrompts.Reflection);
        unit.Db.Add(new Thing { Id = id.As<Thing>(), Kind = ThingKind.Reflection, CommunityId = community, ScopeId = by.ScopeId, AuthorId = by.ActorId, CreatedAt = unit.Now });
        unit.Db.Add(new Reflection { Id = id, CommunityId = community, InitiativeId = initiative, SetId = set?.Id });
        return id;
    }

    /// <summary>A page on the initiative that begins with the questions; sent twice with the same key it is begun once.</summary>
    public static async Task<Id<Page>> ReflectInTeam(this Unit unit, Id<Actor> by, InitiativeHead on, string title, AskedSet asked, Id<Page>? key = null)
    {
        var page = await unit.BeginPage(by, on.It.CommunityId, on.ScopeId, title, on.Id.As<Thing>(), First(asked), key);
        if (!await unit.Db.The<TeamReflection>().AnyAsync(r => r.PageId == page))
            unit.Db.Add(new TeamReflection { PageId = page, CommunityId = on.It.CommunityId, InitiativeId = on.Id });
        return page;
    }

    public static async Task TakeDownReflection(this Unit unit, Id<Actor> by, Id<Reflection> id) => (await unit.ThingOf(id.As<Thing>())).Delete(by, unit.Now);

    /// <summary>False where the thirty days are over.</summary>
    public static async Task<bool> PutBackReflection(this Unit unit, Id<Reflection> id) => await unit.TakeFromBin(id.As<Thing>()) is not null;

    private static byte[]? First(AskedSet asked) => MarkdownPage.Change(string.Join("\n\n", asked.Prompts.Select(p => $"## {p.Text}")), isTemplate: true);

    /// <summary>Whoever goes has none any more; their notes go by themselves.</summary>
    internal static Task EraseReflections(this Unit unit, IReadOnlyCollection<Id<Actor>> actors) => unit.TakeDown(unit.Db.The<Thing>().Where(t => t.Kind == ThingKind.Reflection && actors.Contains(t.AuthorId)));
}
