using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;

namespace Leaderful.Pages.Beside;

public static class BesideQueries
{
    /// <summary>The latest so many are shown open; the others are found like any conversation.</summary>
    public const int Most = 40;

    /// <summary>Of a long one the end is read here, and all of it where it is a conversation of its own.</summary>
    private const int MostPosts = 20;

    public static async Task<BesideModel> Beside(this Db db, PageHead page)
    {
        // Of most pages nobody has said anything yet.
        if (page.Beside == 0) return new BesideModel(page, [], []);
        var open = await db.Threads($"""p."PageId" = {page.Id} AND {Gone} = 0 AND c."ClosedAt" IS NULL""", Most);
        var settled = await db.Threads($"""p."PageId" = {page.Id} AND {Gone} = 0 AND c."ClosedAt" IS NOT NULL""", Most);
        return new BesideModel(page, await db.WithPosts(open), settled);
    }

    /// <summary>What changed since, those that went included.</summary>
    public static async Task<IReadOnlyList<BesideThread>> BesideSince(this Db db, Id<Page> page, long version) =>
        await db.WithPosts(await db.Threads($"""p."PageId" = {page} AND p."Version" > {version}""", int.MaxValue));

    /// <summary>Taken down, or moved to where others read than those of the page.</summary>
    private static Sql Gone => $"""CASE WHEN t."DeletedAt" IS NULL AND t."ScopeId" = w."ScopeId" THEN 0 ELSE 1 END""";

    private static async Task<List<BesideThread>> Threads(this Db db, Sql which, int most)
    {
        var found = await db.Ask($"""
            SELECT c."Id", p."Quote", p."Instead", p."Start", p."End", c."PostCount" - c."TakenDown", t."CreatedAt", c."LastPostAt", p."Version", c."ClosedAt", p."TakenAt", {Gone}
            FROM passages p JOIN conversations c ON c."Id" = p."ConversationId" JOIN things t ON t."Id" = c."Id" JOIN things w ON w."Id" = p."PageId"
            WHERE {which} ORDER BY c."LastPostAt" DESC, c."Id" DESC LIMIT {most}
            """, row => new BesideThread(row.Id<Conversation>(0), row.Text(1), row.TextOrNone(2), row.Bytes(3).ToArray(), row.Bytes(4).ToArray(), row.Number(5), row.Time(6), row.Time(7), row.Long(8))
            {
                SettledAt = row.TimeOrNone(9), TakenAt = row.TimeOrNone(10), IsGone = row.Number(11) > 0,
            });
        return [.. found.OrderBy(t => t.BegunAt).ThenBy(t => t.Id.Value)];
    }

    private static async Task<IReadOnlyList<BesideThread>> WithPosts(this Db db, List<BesideThread> threads)
    {
        var open = threads.Where(t => t is { SettledAt: null, IsGone: false }).Select(t => t.Id).ToList();
        if (open.Count == 0) return threads;
        var rows = await db.Ask($"""
            SELECT p."ConversationId", p."Id", p."Number", a."Id", a."Name", t."CreatedAt", p."EditedAt", p."Html", p."FileCount", p."ValuedBy", p."Born", p."Version", p."Folded"
            FROM posts p JOIN conversations c ON c."Id" = p."ConversationId" JOIN things t ON t."Id" = p."Id"
            JOIN actors w ON w."Id" = t."AuthorId" JOIN actors a ON a."Id" = COALESCE(w."ClaimedById", w."Id")
            WHERE p."ConversationId" IN {open} AND t."DeletedAt" IS NULL AND p."MovedPostId" IS NULL AND p."Number" > c."PostCount" - {MostPosts}
            ORDER BY p."Number"
            """, row => (In: row.Id<Conversation>(0), Post: new PostRow(
                row.Id<Post>(1), row.Number(2), row.Id<Actor>(3), row.Text(4), row.Time(5), row.TimeOrNone(6), null, null, row.Text(7), row.Number(8), row.Number(9), row.Long(10), row.Long(11),
                row.TextOrNone(12) is { } fold ? Enum.Parse<Fold>(fold) : null)));
        var posts = (await ((IReadOnlyList<PostRow>)rows.ConvertAll(r => r.Post)).WithFiles(db)).Zip(rows, (post, row) => (row.In, Post: post)).ToLookup(r => r.In, r => r.Post);
        return threads.ConvertAll(t => t with { Posts = [.. posts[t.Id]] });
    }
}
