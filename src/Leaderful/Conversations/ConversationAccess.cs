using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared.Web;

namespace Leaderful.Conversations;

/// <summary>The one door to conversations. What may not be read is not there.</summary>
public static class ConversationAccess
{
    public static async Task<ConversationHead?> ForReading(Db db, Viewer viewer, Id<Conversation> id) =>
        await Find(db, viewer, id) is { DeletedAt: null } found ? found : null;

    public static async Task<ConversationHead?> ForTending(Db db, Viewer viewer, Id<Conversation> id) =>
        await ForReading(db, viewer, id) is { } found && MayTend(viewer, found.AuthorId) ? found : null;

    /// <summary>Taken down, and this reader may put it back: who did it, or a steward.</summary>
    public static async Task<ConversationHead?> ForPuttingBack(Db db, Viewer viewer, Id<Conversation> id) =>
        await Find(db, viewer, id) is { DeletedAt: not null } found && MayPutBack(viewer, found.DeletedById) ? found : null;

    public static bool MayTend(Viewer viewer, Id<Actor> author) => viewer.Here.IsSteward || viewer.Me.ActorId == author;

    public static bool MayPutBack(Viewer viewer, Id<Actor>? takenDownBy) => viewer.Here.IsSteward || viewer.Me.ActorId == takenDownBy;

    private static async Task<ConversationHead?> Find(Db db, Viewer viewer, Id<Conversation> id) =>
        await ConversationQueries.For(db).Head(db, id, id.As<Thing>(), viewer.Me.PersonId, default) is { } found
        && found.CommunityId == viewer.Here.Id && viewer.Me.Scopes.Contains(found.ScopeId) ? found : null;
}
