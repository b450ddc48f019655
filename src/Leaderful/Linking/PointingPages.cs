using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Pages.Hanging;
using Leaderful.Shared.Web;

namespace Leaderful.Linking;

/// <summary>Pages here whose text leads to something, for whoever may read each.</summary>
public static class PointingPages
{
    private const int Most = 30;

    public static Task<List<SpokenOf>> PagesPointingTo(this Db db, Viewer viewer, Id<Thing> thing) =>
        db.Pointing(viewer, $"""SELECT l."FromId", l."At" FROM links l WHERE l."ToId" = {thing}""");

    /// <summary>To a conversation, or to a post in it.</summary>
    public static Task<List<SpokenOf>> PagesPointingInto(this Db db, Viewer viewer, Id<Thing> conversation) => db.Pointing(viewer, $"""
        SELECT l."FromId", l."At" FROM links l WHERE l."ToId" = {conversation}
        UNION ALL SELECT l."FromId", l."At" FROM posts q JOIN links l ON l."ToId" = q."Id" WHERE q."ConversationId" = {conversation}
        """);

    /// <summary>Pages that name somebody.</summary>
    public static Task<List<SpokenOf>> PagesPointingTo(this Db db, Viewer viewer, Id<Person> person) =>
        db.Pointing(viewer, $"""SELECT m."PageId" AS "FromId", m."At" FROM page_mentions m WHERE m."PersonId" = {person} AND m."GoneAt" IS NULL""");

    private static Task<List<SpokenOf>> Pointing(this Db db, Viewer viewer, Sql links) => db.Ask($"""
        SELECT p."Id", p."Title", MAX(pointing."At") FROM ({links}) AS pointing JOIN pages p ON p."Id" = pointing."FromId" JOIN things t ON t."Id" = p."Id"
        WHERE p."CommunityId" = {viewer.Here.Id} AND {PageTrees.IsSeen(viewer.Me)} GROUP BY p."Id", p."Title" ORDER BY 3 DESC, 1 LIMIT {Most}
        """, row => new SpokenOf(row.Text(1), $"{viewer.Here.Path}/pages/{row.Id<Pages.Page>(0)}"));
}
