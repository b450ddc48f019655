using System.Linq.Expressions;
using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Following;
using Microsoft.EntityFrameworkCore.Query;

namespace Leaderful.Conversations;

/// <summary>What is new to somebody in a community: the one meaning behind every mark, list and count.</summary>
public static class NewPosts
{
    /// <summary>Nobody counts further: what it costs must not grow with all that was ever said.</summary>
    public const int Many = 50;

    /// <summary>
    /// What others said in a conversation since this person joined, the community and the circle, and last read. What is the same
    /// for every post stands in their session, and how far they read is asked of the conversation: so the database enters the
    /// index of posts at their place.
    /// </summary>
    public static Expression<Func<Conversation, IQueryable<Post>>> NewTo(this Db db, Session reader, Here here)
    {
        var (person, actor, joined) = (reader.PersonId, reader.ActorId, here.JoinedAt);
        var said = db.The<Thing>().Where(t => t.DeletedAt == null && t.AuthorId != actor && t.CreatedAt >= joined);
        foreach (var (scope, since) in reader.Circles.Where(c => c.CommunityId == here.Id).Select(c => (c.ScopeId, c.JoinedAt)))
            said = said.Where(t => t.ScopeId != scope || t.CreatedAt >= since);
        return c => db.The<Post>().Where(p => p.ConversationId == c.Id
            && p.Number > (db.The<ReadMark>().Where(r => r.PersonId == person && r.ConversationId == c.Id).Select(r => (int?)r.UpTo).FirstOrDefault() ?? 0)
            && said.Any(t => t.Id == p.Id.As<Thing>()));
    }

    /// <summary>Those of a community in which something is new to this person, unless they would rather not hear of it.</summary>
    public static IQueryable<Conversation> WithNews(this IQueryable<Conversation> conversations, Db db, Session reader, Here here)
    {
        var (person, joined) = (reader.PersonId, here.JoinedAt);
        var chosen = db.The<Follow>().Where(f => f.PersonId == person);
        var heard = here.Level == FollowLevel.Mute
            ? conversations.Where(c => chosen.Any(f => f.ThingId == c.Id.As<Thing>() && f.Level != FollowLevel.Mute))
            : conversations.Where(c => !chosen.Any(f => f.ThingId == c.Id.As<Thing>() && f.Level == FollowLevel.Mute));
        // The time bounds how far back anybody looks: nothing before they came is new to them.
        return heard.Where(c => c.CommunityId == here.Id && c.LastPostAt >= joined).Where(db.NewTo(reader, here).In((c, fresh) => fresh.Any()));
    }

    /// <summary>An expression about a conversation and what is new in it.</summary>
    public static Expression<Func<Conversation, T>> In<T>(this Expression<Func<Conversation, IQueryable<Post>>> fresh, Expression<Func<Conversation, IQueryable<Post>, T>> whole)
    {
        var posts = ReplacingExpressionVisitor.Replace(fresh.Parameters[0], whole.Parameters[0], fresh.Body);
        return Expression.Lambda<Func<Conversation, T>>(ReplacingExpressionVisitor.Replace(whole.Parameters[1], posts, whole.Body), whole.Parameters[0]);
    }
}
