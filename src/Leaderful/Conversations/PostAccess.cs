using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>The one door to single posts: through their conversation.</summary>
public static class PostAccess
{
    public static async Task<PostText?> ForReading(Db db, Viewer viewer, Id<Conversation> conversation, int number) =>
        await Find(db, viewer, conversation, number) is { DeletedAt: null } post ? post : null;

    /// <summary>Only its author puts words into it.</summary>
    public static async Task<PostText?> ForRewriting(Db db, Viewer viewer, Id<Conversation> conversation, int number) =>
        await ForReading(db, viewer, conversation, number) is { } post && post.AuthorId == viewer.Me.ActorId ? post : null;

    public static async Task<PostText?> ForTakingDown(Db db, Viewer viewer, Id<Conversation> conversation, int number) =>
        await ForReading(db, viewer, conversation, number) is { } post && ConversationAccess.MayTend(viewer, post.AuthorId) ? post : null;

    public static async Task<PostText?> ForPuttingBack(Db db, Viewer viewer, Id<Conversation> conversation, int number) =>
        await Find(db, viewer, conversation, number) is { DeletedAt: not null } post && ConversationAccess.MayPutBack(viewer, post.AuthorId, post.DeletedById) ? post : null;

    private static async Task<PostText?> Find(Db db, Viewer viewer, Id<Conversation> conversation, int number)
    {
        if (await ConversationAccess.ForReading(db, viewer, conversation) is not { } head) return null;
        var found = await (
            from p in db.The<Post>()
            join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
            join w in db.The<Actor>() on t.AuthorId equals w.Id
            join a in db.The<Actor>() on w.ClaimedById ?? w.Id equals a.Id
            where p.ConversationId == conversation && p.Number == number && p.MovedPostId == null
            select new { p.Id, p.Number, AuthorId = a.Id, a.Name, p.Text, t.CreatedAt, p.EditedAt, t.DeletedAt, t.DeletedById, p.Folded }).SingleOrDefaultAsync();
        return found is null ? null : new PostText(
            found.Id, head, found.Number, found.AuthorId, found.Name, found.Text, found.CreatedAt, found.EditedAt, found.DeletedAt, found.DeletedById, found.Folded);
    }
}

/// <summary>A post as it was typed, and the conversation it stands in.</summary>
public sealed record PostText(
    Id<Post> Id, ConversationHead Conversation, int Number, Id<Actor> AuthorId, string AuthorName, string Text,
    DateTime WrittenAt, DateTime? EditedAt, DateTime? DeletedAt, Id<Actor>? DeletedById, Fold? Folded);
