using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>In how many conversations of a community there is something new to somebody, and the latest of them.</summary>
public sealed record News(Id<Community> CommunityId, int Conversations, IReadOnlyList<ListedConversation> Latest);

public static class NewsQueries
{
    public static async Task<News> NewsIn(this Db db, Session reader, Id<Community> community, int most = 5)
    {
        var fresh = db.ConversationsFor(reader).Where(c => c.CommunityId == community).WithNews(db, reader);
        var latest = await fresh.OrderByDescending(c => c.LastPostAt).ThenByDescending(c => c.Id).Take(most).Listed(db, reader).ToListAsync();
        return new News(community, latest.Count < most ? latest.Count : await fresh.CountAsync(), latest);
    }

    /// <summary>What was said last, new or not: the first page of whoever has just come in.</summary>
    public static async Task<IReadOnlyList<ListedConversation>> LatelyIn(this Db db, Session reader, Id<Community> community, int most = 3) =>
        await db.ConversationsFor(reader).Where(c => c.CommunityId == community)
            .OrderByDescending(c => c.LastPostAt).ThenByDescending(c => c.Id).Take(most).Listed(db, reader).ToListAsync();

    /// <summary>The number for each of this person's communities that has any.</summary>
    public static Task<Dictionary<Id<Community>, int>> NewsByCommunity(this Db db, Session reader) =>
        db.ConversationsFor(reader).WithNews(db, reader).GroupBy(c => c.CommunityId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
}
