using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Pages.Together;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Pages;

/// <summary>What greets whoever finds a community: the page, and what stands on it.</summary>
public sealed record WelcomePage(Id<Page> Id, string Title, string Html);

/// <summary>
/// One page of a community can be its welcome. Whoever may find the community reads it then, whether they belong or not, so it
/// stands on the community's rung and those who tend the community choose it.
/// </summary>
public static class Welcoming
{
    private const int Most = 100;

    public static async Task<WelcomePage?> WelcomeOf(this Db db, Id<Community> community)
    {
        var found = await db.Ask($"""
            SELECT p."Id", p."Title", p."Head" FROM pages p JOIN things t ON t."Id" = p."Id" JOIN communities k ON k."Id" = p."CommunityId"
            WHERE p."CommunityId" = {community} AND p."WelcomeAt" IS NOT NULL AND t."DeletedAt" IS NULL AND t."ScopeId" = k."ScopeId"
            """, row => (Id: row.Id<Page>(0), Title: row.Text(1), Head: row.Long(2)));
        return found is [var page] ? new WelcomePage(page.Id, page.Title, await db.PageHtml(page.Id, page.Head)) : null;
    }

    /// <summary>Those it could be, the latest first.</summary>
    public static Task<List<PageTemplate>> PossibleWelcomes(this Db db, Viewer viewer) => db.Ask($"""
        SELECT p."Id", p."Title" FROM pages p JOIN things t ON t."Id" = p."Id"
        WHERE p."CommunityId" = {viewer.Here.Id} AND t."ScopeId" = {viewer.Here.ScopeId} AND t."DeletedAt" IS NULL
        ORDER BY COALESCE(p."WrittenAt", t."CreatedAt") DESC LIMIT {Most}
        """, row => new PageTemplate(row.Id<Page>(0), row.Text(1)));

    /// <summary>From now on this page is the welcome, or none.</summary>
    public static async Task Welcome(this Unit unit, Id<Actor> by, Id<Community> community, Id<Page>? id)
    {
        await unit.Hold(community);
        var before = await unit.Db.The<Page>().AsTracking().SingleOrDefaultAsync(p => p.CommunityId == community && p.WelcomeAt != null);
        if (before?.Id == id) return;
        before?.EndWelcome();
        // The one before has to be none before the next is one.
        await unit.Db.SaveChangesAsync();
        if (id is { } page) (await unit.FindPage(page))?.BeginWelcome(by, unit.Now);
        unit.Journal(by, "community.welcome-set", id?.Value, community);
    }
}
