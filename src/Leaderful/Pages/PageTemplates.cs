using Leaderful.Data;
using Leaderful.Pages.Hanging;
using Leaderful.Pages.Playback;
using Leaderful.Pages.Together;
using Leaderful.Shared.Web;

namespace Leaderful.Pages;

/// <summary>A page that others begin theirs with.</summary>
public sealed record PageTemplate(Id<Page> Id, string Title);

/// <summary>Templates a community makes of its own pages. What stands on one is copied, and not how it came to stand there.</summary>
public static class PageTemplates
{
    private const int Most = 50;

    public static Task<List<PageTemplate>> TemplatesFor(this Db db, Viewer viewer) => db.Ask($"""
        SELECT p."Id", p."Title" FROM pages p JOIN things t ON t."Id" = p."Id"
        WHERE p."CommunityId" = {viewer.Here.Id} AND p."TemplateAt" IS NOT NULL AND {PageTrees.IsSeen(viewer.Me)} ORDER BY 2, 1 LIMIT {Most}
        """, row => new PageTemplate(row.Id<Page>(0), row.Text(1)));

    /// <summary>The first change of a page that is begun with it; nothing where nobody wrote on it.</summary>
    public static async Task<byte[]?> CopyOf(this Db db, PageHead template) =>
        await db.Written(template.Id) is { UpTo: > 0 } written ? Restoring.Change(Written.Nothing, written) : null;

    public static async Task OfferTemplate(this Unit unit, Id<Actor> by, Id<Page> id)
    {
        if (await unit.FindPage(id) is not { TemplateAt: null } page) return;
        page.Offer(by, unit.Now);
        unit.Journal(by, "page.offered", id.Value, page.CommunityId, inverse: "page.withdrawn");
    }

    public static async Task WithdrawTemplate(this Unit unit, Id<Actor> by, Id<Page> id)
    {
        if (await unit.FindPage(id) is not { TemplateAt: not null } page) return;
        page.Withdraw();
        unit.Journal(by, "page.withdrawn", id.Value, page.CommunityId, inverse: "page.offered");
    }
}
