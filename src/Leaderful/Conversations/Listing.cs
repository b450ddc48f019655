using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;

namespace Leaderful.Conversations;

/// <summary>Conversations as a list shows them, what each is to its reader and its end with it, in one question however many they are.</summary>
public static class Listing
{
    private const int LongestEnd = 1000;

    /// <summary>Those shown, and how many there are up to where they were counted.</summary>
    public sealed record Page(IReadOnlyList<ListedConversation> Shown, int Counted);

    public static Sql Latest => $"""c."LastPostAt" DESC, c."Id" DESC""";

    /// <summary>
    /// The conversations <c>c</c> of a community this person may read, each with its thing <c>t</c>, nothing taken down. Whoever
    /// reads in one place may read nearly all of it, which PostgreSQL cannot know: it takes rungs and communities for unrelated,
    /// finds a page worth sorting all there is. A number, of which it assumes a third, lets it begin with the latest and stop;
    /// SQLite is told by the join's kind where to begin.
    /// </summary>
    public static Sql In(Session reader, Here here) => $"""
         FROM conversations c CROSS JOIN things t
        WHERE t."Id" = c."Id" AND c."CommunityId" = {here.Id} AND c."PostCount" > c."TakenDown" AND t."DeletedAt" IS NULL AND {On(reader.Scopes)}
        """;

    /// <summary>Whose thing stands on one of these rungs.</summary>
    public static Sql On(IReadOnlyList<Id<Scope>> rungs) => $"""CASE WHEN t."ScopeId" IN {rungs} THEN 1 ELSE 0 END > 0""";

    /// <param name="which">What else must hold of them.</param>
    /// <param name="order">What comes first.</param>
    /// <param name="passed">So many before the first.</param>
    /// <param name="shown">So many at most.</param>
    /// <param name="counted">How far they are counted, at least as many as are shown.</param>
    public static async Task<Page> List(this Db db, Session reader, Here here, Sql which, Sql order, int passed, int shown, int counted)
    {
        var rows = await db.Ask($"""
            WITH page AS MATERIALIZED (
                SELECT c."Id", c."Title", c."PostCount" - c."TakenDown" AS "Standing", c."LastPostAt", c."PinnedAt", c."FeaturedAt", c."ClosedAt", t."ScopeId"
                {In(reader, here)}{which} ORDER BY {order} LIMIT {counted} OFFSET {passed})
            SELECT c."Id", c."Title", c."Standing", c."LastPostAt", c."FeaturedAt", c."ClosedAt", c."ScopeId", (SELECT COUNT(*) FROM page),
                   (SELECT COUNT(*) FROM (SELECT 1{NewPosts.To(reader, here)} LIMIT {NewPosts.Many}) AS fresh),
                   a."Id", a."Name", CASE WHEN p."Folded" IS NULL THEN SUBSTR(p."Html", 1, {LongestEnd}) END
            FROM (SELECT * FROM page AS c ORDER BY {order} LIMIT {shown}) AS c
            LEFT JOIN posts p ON p."Id" = (
                SELECT l."Id" FROM posts l JOIN things d ON d."Id" = l."Id"
                WHERE l."ConversationId" = c."Id" AND d."DeletedAt" IS NULL ORDER BY l."Number" DESC LIMIT 1)
            LEFT JOIN things s ON s."Id" = p."Id"
            LEFT JOIN actors w ON w."Id" = s."AuthorId"
            LEFT JOIN actors a ON a."Id" = COALESCE(w."ClaimedById", w."Id")
            ORDER BY {order}
            """, row => (Conversation: Read(row, reader, here), Counted: row.Number(7)));
        return new Page(rows.ConvertAll(r => r.Conversation), rows is [var first, ..] ? first.Counted : 0);
    }

    private static ListedConversation Read(SqlRow row, Session reader, Here here)
    {
        var isAside = row.IdOrNone<Actor>(9) is { } author && reader.SetAside.Any(a => a.In == here.Id && a.Other == author);
        return new ListedConversation(
            row.Id<Conversation>(0), here.Id, row.Text(1), row.Number(2), row.Time(3), row.TextOrNone(10) ?? "",
            isAside ? "" : row.TextOrNone(11) ?? "", row.Number(8), row.Id<Scope>(6))
        {
            IsFeatured = !row.IsNone(4), IsClosed = !row.IsNone(5),
        };
    }
}
