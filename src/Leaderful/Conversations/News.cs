using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>In how many conversations of a community there is something new to somebody, counted up to <see cref="Many"/>, and the latest of them.</summary>
public sealed record News(Id<Community> CommunityId, int Conversations, IReadOnlyList<ListedConversation> Latest)
{
    public const int Many = 50;
}

public static class NewsQueries
{
    public static async Task<News> NewsIn(this Db db, Session reader, Here here, int most = 5)
    {
        var page = await db.List(reader, here, NewPosts.Any(reader, here), Listing.Latest, 0, most, News.Many);
        return new News(here.Id, page.Counted, page.Shown);
    }

    /// <summary>What was said last, new or not: the first page of whoever has just come in.</summary>
    public static async Task<IReadOnlyList<ListedConversation>> LatelyIn(this Db db, Session reader, Here here, int most = 3) =>
        (await db.List(reader, here, Sql.None, Listing.Latest, 0, most, most)).Shown;

    /// <summary>The number for each of this person's communities that has any, in one question.</summary>
    public static async Task<Dictionary<Id<Community>, int>> NewsByCommunity(this Db db, Session reader)
    {
        if (reader.Communities.Count == 0) return [];
        var counts = await db.Ask(reader.Communities.Select(CountOf).Aggregate((one, other) => $"{one} UNION ALL {other}"), row => (Id: row.Id<Community>(0), Count: row.Number(1)));
        return counts.Where(c => c.Count > 0).ToDictionary(c => c.Id, c => c.Count);

        Sql CountOf(Here here) => $"""
            SELECT {here.Id}, COUNT(*) FROM (SELECT 1{Listing.In(reader, here)}{NewPosts.Any(reader, here)} LIMIT {News.Many}) AS fresh
            """;
    }

    /// <summary>All in which something is new, however many.</summary>
    public static Task<List<Id<Conversation>>> WithNews(this Db db, Session reader, Here here) =>
        db.Ask($"""SELECT c."Id"{Listing.In(reader, here)}{NewPosts.Any(reader, here)}""", row => row.Id<Conversation>(0));
}
