using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Following;

namespace Leaderful.Conversations;

/// <summary>What is new to somebody in a community: the one meaning behind every mark, list and count.</summary>
public static class NewPosts
{
    /// <summary>Nobody counts further: what it costs must not grow with all that was ever said.</summary>
    public const int Many = 50;

    /// <summary>
    /// What others said since this person joined, the community and the circle, and last read. What is the same for every post
    /// stands in their session, and how far they read is asked of the conversation: so the database begins at their place and
    /// looks at no post before it.
    /// </summary>
    public static IQueryable<Post> NewTo(this Db db, Session reader, Here here)
    {
        var (person, actor, joined) = (reader.PersonId, reader.ActorId, here.JoinedAt);
        var said = db.The<Thing>().Where(t => t.DeletedAt == null && t.AuthorId != actor && t.CreatedAt >= joined);
        foreach (var (scope, since) in reader.Circles.Where(c => c.CommunityId == here.Id).Select(c => (c.ScopeId, c.JoinedAt)))
            said = said.Where(t => t.ScopeId != scope || t.CreatedAt >= since);
        return
            from c in db.The<Conversation>()
            from p in db.The<Post>()
            where p.ConversationId == c.Id
                && p.Number > (db.The<ReadMark>().Where(r => r.PersonId == person && r.ConversationId == c.Id).Select(r => (int?)r.UpTo).FirstOrDefault() ?? 0)
                && said.Any(t => t.Id == p.Id.As<Thing>())
            select p;
    }

    /// <summary>Those of a community in which something is new to this person, unless they would rather not hear of it.</summary>
    public static IQueryable<Conversation> WithNews(this IQueryable<Conversation> conversations, Db db, Session reader, Here here)
    {
        var (person, joined, fresh) = (reader.PersonId, here.JoinedAt, db.NewTo(reader, here));
        var chosen = db.The<Follow>().Where(f => f.PersonId == person);
        var heard = here.Level == FollowLevel.Mute
            ? conversations.Where(c => chosen.Any(f => f.ThingId == c.Id.As<Thing>() && f.Level != FollowLevel.Mute))
            : conversations.Where(c => !chosen.Any(f => f.ThingId == c.Id.As<Thing>() && f.Level == FollowLevel.Mute));
        // The time bounds how far back anybody looks: nothing before they came is new to them.
        return heard.Where(c => c.CommunityId == here.Id && c.LastPostAt >= joined && fresh.Any(p => p.ConversationId == c.Id));
    }
}
