using Leaderful.Accounts;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Following;

/// <summary>How much somebody hears of a community, and the conversations for which they chose otherwise.</summary>
public sealed record FollowingModel(FollowLevel Level, IReadOnlyList<Followed> Others)
{
    public static readonly IReadOnlyList<string> Levels = [.. Enum.GetValues<FollowLevel>().Reverse().Select(l => l.Key())];

    /// <summary>In a form: nothing of its own any more.</summary>
    public const string AsEverywhere = "as-everywhere";
}

public sealed record Followed(Id<Conversation> Id, string Title, FollowLevel Level);

public static class FollowedQueries
{
    public static Task<List<Followed>> Followed(this Db db, Session me, Here here) => (
        from f in db.The<Follow>()
        join c in db.ConversationsFor(me) on f.ThingId equals c.Id.As<Thing>()
        where f.PersonId == me.PersonId && f.CommunityId == here.Id
        orderby f.At descending
        select new Followed(c.Id, c.Title, f.Level)).ToListAsync();
}
