using Leaderful.Data;
using Leaderful.Linking;
using Leaderful.Shared.Web;

namespace Leaderful.Pages.Hanging;

/// <summary>A step on the way up from a page.</summary>
public sealed record StepUp(string Name, string Path);

public static class PageWays
{
    /// <summary>What a page hangs on, and what that hangs on, from the top, as far as this reader sees: where they see nothing, their way begins.</summary>
    public static async Task<IReadOnlyList<StepUp>> WayTo(this Db db, Viewer viewer, PageHead page)
    {
        if (page.AboutId is null) return [];
        var pages = await db.Ask($"""
            WITH RECURSIVE way AS (
                SELECT p."Id", p."AboutId", p."Title", 0 AS "Step" FROM pages p WHERE p."Id" = {page.Id}
                UNION ALL
                SELECT p."Id", p."AboutId", p."Title", way."Step" + 1 FROM way JOIN pages p ON p."Id" = way."AboutId" JOIN things t ON t."Id" = p."Id"
                WHERE {PageTrees.IsSeen(viewer.Me)} AND way."Step" < {PageTrees.Deepest})
            SELECT "Id", "AboutId", "Title" FROM way ORDER BY "Step" DESC
            """, row => (Id: row.Id<Page>(0), On: row.IdOrNone<Thing>(1), Title: row.Text(2)));
        var steps = pages.SkipLast(1).Select(p => new StepUp(p.Title, $"{viewer.Here.Path}/pages/{p.Id}"));
        return await db.ThingHungOn(viewer, pages[0].On) is { } top ? [new StepUp(top.Name, top.Path), .. steps] : [.. steps];
    }
}
