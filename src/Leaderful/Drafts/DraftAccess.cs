using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Drafts;

/// <summary>The one door to drafts: its author's, and only while they may still write there.</summary>
public static class DraftAccess
{
    public static async Task<Draft?> ForAuthor(Db db, Viewer viewer, Id<Draft> id, bool thrownAway = false)
    {
        var (me, here) = (viewer.Me.PersonId, viewer.Here.Id);
        var draft = await db.The<Draft>().SingleOrDefaultAsync(d => d.Id == id && d.PersonId == me && d.CommunityId == here && d.DeletedAt != null == thrownAway);
        return draft is not null && await PlaceOf(db, viewer, draft) is not null ? draft : null;
    }

    /// <summary>Where it is written, or nothing where that is not there for its author any more.</summary>
    public static async Task<DraftPlace?> PlaceOf(Db db, Viewer viewer, Draft draft)
    {
        if (draft.Kind == DraftKind.Reply)
            return await ConversationAccess.ForReading(db, viewer, draft.Subject.As<Conversation>()) is { } head ? DraftPlace.Reply(viewer, head.Id) : null;
        if (draft.Kind == DraftKind.Edit)
            return await PostOf(db, viewer, draft.Subject.As<Post>()) is { } post ? DraftPlace.Edit(viewer, post) : null;
        var place = DraftPlace.Beginning(viewer, draft.Subject.ToString());
        return place.Subject == draft.Subject ? place : null;
    }

    public static async Task<PostText?> PostOf(Db db, Viewer viewer, Id<Post> id) =>
        await db.The<Post>().Where(p => p.Id == id).Select(p => new { p.ConversationId, p.Number }).SingleOrDefaultAsync() is { } found
            ? await PostAccess.ForRewriting(db, viewer, found.ConversationId, found.Number) : null;
}
