using Leaderful.Data;
using Leaderful.Shared.Web;

namespace Leaderful.Pages.Hanging;

public static class PagesHere
{
    public const int Most = 50;

    /// <summary>What hangs on a thing, in the order in which it was begun; one more than is shown where there is more.</summary>
    public static Task<List<ListedPage>> PagesOn(this Db db, Viewer viewer, Id<Thing> thing) => db.Ask($"""
        SELECT {PageTrees.Columns} FROM pages p JOIN things t ON t."Id" = p."Id"
        WHERE p."AboutId" = {thing} AND p."CommunityId" = {viewer.Here.Id} AND {PageTrees.IsSeen(viewer.Me)} ORDER BY 1 LIMIT {Most + 1}
        """, row => PageTrees.Read(row, viewer.Me));
}
