using Leaderful.Data;

namespace Leaderful.Conversations;

/// <summary>What stands first in a list: the community's own in the community's, a circle's in that circle's.</summary>
public static class ListingPinned
{
    /// <summary>More than a handful would be a list of its own.</summary>
    public const int Most = 5;

    public static IQueryable<Conversation> PinnedOn(this IQueryable<Conversation> conversations, Db db, Id<Scope> rung) =>
        conversations.Where(c => c.PinnedAt != null && db.The<Thing>().Any(t => t.Id == c.Id.As<Thing>() && t.ScopeId == rung))
            .OrderByDescending(c => c.PinnedAt).Take(Most);

    public static IQueryable<Conversation> NotPinnedOn(this IQueryable<Conversation> conversations, Db db, Id<Scope> rung) =>
        conversations.Where(c => c.PinnedAt == null || !db.The<Thing>().Any(t => t.Id == c.Id.As<Thing>() && t.ScopeId == rung));
}
