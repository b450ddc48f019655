using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>Pinning, featuring and closing a conversation, and taking each back.</summary>
public static class Marking
{
    /// <summary>False where a handful stands first on this rung already.</summary>
    public static async Task<bool> Pin(this Unit unit, Id<Actor> by, Id<Conversation> id)
    {
        // The community first, so that two who pin at once do not both find the last place.
        var community = await unit.Db.The<Conversation>().Where(c => c.Id == id).Select(c => c.CommunityId).SingleAsync();
        await unit.Hold(community);
        var rung = await unit.Db.The<Thing>().Where(t => t.Id == id.As<Thing>()).Select(t => t.ScopeId).SingleAsync();
        if (await unit.Db.CountBeside(id, community, rung) == ListingPinned.Most) return false;
        return await unit.Mark(by, id, new("conversation.pinned", "conversation.unpinned"), c => c.PinnedAt, (c, at) => c.PinnedAt = at, unit.Now);
    }

    public static Task<bool> Unpin(this Unit unit, Id<Actor> by, Id<Conversation> id) =>
        unit.Mark(by, id, new("conversation.unpinned", "conversation.pinned"), c => c.PinnedAt, (c, at) => c.PinnedAt = at, null);

    public static Task<bool> Feature(this Unit unit, Id<Actor> by, Id<Conversation> id) =>
        unit.Mark(by, id, new("conversation.featured", "conversation.unfeatured"), c => c.FeaturedAt, (c, at) => c.FeaturedAt = at, unit.Now);

    public static Task<bool> Unfeature(this Unit unit, Id<Actor> by, Id<Conversation> id) =>
        unit.Mark(by, id, new("conversation.unfeatured", "conversation.featured"), c => c.FeaturedAt, (c, at) => c.FeaturedAt = at, null);

    /// <summary>Nobody replies any more; whoever was writing keeps what they wrote.</summary>
    public static Task<bool> Close(this Unit unit, Id<Actor> by, Id<Conversation> id) =>
        unit.Mark(by, id, new("conversation.closed", "conversation.reopened"), c => c.ClosedAt, (c, at) => (c.ClosedAt, c.ClosedById) = (at, by), unit.Now);

    public static Task<bool> Reopen(this Unit unit, Id<Actor> by, Id<Conversation> id) =>
        unit.Mark(by, id, new("conversation.reopened", "conversation.closed"), c => c.ClosedAt, (c, at) => (c.ClosedAt, c.ClosedById) = (at, null), null);

    /// <summary>Set or lifted once; asked again it stays as it is. False where there is no such conversation.</summary>
    private static async Task<bool> Mark(
        this Unit unit, Id<Actor> by, Id<Conversation> id, Verbs verbs, Func<Conversation, DateTime?> now, Action<Conversation, DateTime?> set, DateTime? at)
    {
        await unit.Hold(id);
        if (await unit.Db.The<Conversation>().AsTracking().SingleOrDefaultAsync(c => c.Id == id) is not { } conversation) return false;
        if (now(conversation).HasValue == at.HasValue) return true;
        set(conversation, at);
        await unit.Change(id);
        unit.Journal(by, verbs.Done, id.Value, conversation.CommunityId, inverse: verbs.Inverse);
        return true;
    }

    private readonly record struct Verbs(string Done, string Inverse);
}
