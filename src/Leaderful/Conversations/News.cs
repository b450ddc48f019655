using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>In how many conversations of a community there is something new to somebody, counted up to <see cref="NewPosts.Many"/>, and the latest of them.</summary>
public sealed record News(Id<Community> CommunityId, int Conversations, IReadOnlyList<ListedConversation> Latest);

public static class NewsQueries
{
    public static async Task<News> NewsIn(this Db db, Session reader, Here here, int most = 5)
    {
        var fresh = db.ConversationsFor(reader).WithNews(db, reader, here);
        var latest = await fresh.Latest().Take(most).Rows(db, reader, here).ToListAsync();
        return new News(here.Id, latest.Count < most ? latest.Count : await fresh.Take(NewPosts.Many).CountAsync(), await db.Listed(reader, latest));
    }

    /// <summary>What was said last, new or not: the first page of whoever has just come in.</summary>
    public static async Task<IReadOnlyList<ListedConversation>> LatelyIn(this Db db, Session reader, Here here, int most = 3) =>
        await db.Listed(reader, await db.ConversationsFor(reader).Where(c => c.CommunityId == here.Id).Latest().Take(most).Rows(db, reader, here).ToListAsync());

    /// <summary>The number for each of this person's communities that has any, in one question.</summary>
    public static async Task<Dictionary<Id<Community>, int>> NewsByCommunity(this Db db, Session reader)
    {
        var fresh = reader.Communities.Select(here => db.ConversationsFor(reader).WithNews(db, reader, here).Select(c => c.CommunityId).Take(NewPosts.Many)).ToList();
        if (fresh.Count == 0) return [];
        return (await fresh.Aggregate((one, other) => one.Concat(other)).ToListAsync()).CountBy(id => id).ToDictionary();
    }
}
