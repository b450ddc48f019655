using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>The one door to conversations. What may not be read is not there.</summary>
public static class ConversationAccess
{
    public static async Task<ConversationHead?> ForReading(Db db, Viewer viewer, Id<Conversation> id) =>
        await Find(db, viewer, id) is { DeletedAt: null } found ? found : null;

    public static async Task<ConversationHead?> ForTending(Db db, Viewer viewer, Id<Conversation> id) =>
        await ForReading(db, viewer, id) is { } found && MayTend(viewer, found.AuthorId) ? found : null;

    /// <summary>To others, or to fewer. What stands beside a page is read by whoever reads the page.</summary>
    public static async Task<ConversationHead?> ForOpening(Db db, Viewer viewer, Id<Conversation> id) =>
        await ForTending(db, viewer, id) is { IsBeside: false } found ? found : null;

    /// <summary>Taken down, and this reader may put it back. Where others spoke too, it was not only its author's to withdraw.</summary>
    public static async Task<ConversationHead?> ForPuttingBack(Db db, Viewer viewer, Id<Conversation> id) =>
        await Find(db, viewer, id) is { DeletedAt: not null } found
        && (MayPutBack(viewer, found.AuthorId, found.DeletedById) || (viewer.Here.IsSteward && await db.SharedConversations().AnyAsync(c => c == id))) ? found : null;

    /// <summary>Pinning and featuring: those who tend the community; in a circle, which governs itself, whoever belongs.</summary>
    public static async Task<ConversationHead?> ForMarking(Db db, Viewer viewer, Id<Conversation> id) =>
        await ForReading(db, viewer, id) is { } found && MayMark(viewer, found.ScopeId) ? found : null;

    /// <summary>Those who tend the community; its author as long as nobody else has spoken in it.</summary>
    public static async Task<ConversationHead?> ForClosing(Db db, Viewer viewer, Id<Conversation> id) =>
        await ForTending(db, viewer, id) is { } found && (viewer.Here.IsSteward || !await db.SharedConversations().AnyAsync(c => c == id)) ? found : null;

    /// <summary>Those who tend the community, and whoever closed it.</summary>
    public static async Task<ConversationHead?> ForReopening(Db db, Viewer viewer, Id<Conversation> id) =>
        await ForReading(db, viewer, id) is { ClosedAt: not null } found && MayReopen(viewer, found) ? found : null;

    public static bool MayMark(Viewer viewer, Id<Scope> rung) => viewer.Here.IsSteward || viewer.Me.CircleOn(rung) is not null;

    public static bool MayReopen(Viewer viewer, ConversationHead head) => viewer.Here.IsSteward || head.ClosedById == viewer.Me.ActorId;

    public static bool MayTend(Viewer viewer, Id<Actor> author) => viewer.Here.IsSteward || viewer.Me.ActorId == author;

    /// <summary>Who took it down; and a steward what a steward took down. What somebody withdrew of their own is theirs alone.</summary>
    public static bool MayPutBack(Viewer viewer, Id<Actor> author, Id<Actor>? takenDownBy) =>
        viewer.Me.ActorId == takenDownBy || (viewer.Here.IsSteward && author != takenDownBy);

    /// <summary>Conversations in which something stands that was not said by whoever began them.</summary>
    public static IQueryable<Id<Conversation>> SharedConversations(this Db db) =>
        from p in db.The<Post>()
        join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
        join begun in db.The<Thing>() on p.ConversationId.As<Thing>() equals begun.Id
        where t.DeletedAt == null && t.AuthorId != begun.AuthorId
        select p.ConversationId;

    private static async Task<ConversationHead?> Find(Db db, Viewer viewer, Id<Conversation> id) =>
        await db.Head(id, viewer.Me.PersonId) is { } found
        && found.CommunityId == viewer.Here.Id && viewer.Me.Scopes.Contains(found.ScopeId) ? found : null;
}
