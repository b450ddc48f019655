using Leaderful.Data;
using Leaderful.Shared.Web;

namespace Leaderful.Conversations;

/// <summary>The word after something was taken down, with the way back.</summary>
public static class Undoing
{
    public static void Offer(HttpContext context, Id<Conversation> conversation) => Flash.Leave(context, $"conversation:{conversation}");

    public static void Offer(HttpContext context, int post) => Flash.Leave(context, FormattableString.Invariant($"post:{post}"));

    public static async Task<Undo?> Conversation(Db db, Viewer viewer, HttpContext context) =>
        Id<Conversation>.TryParse(Flash.Take(context, "conversation"), null, out var id) && await ConversationAccess.ForPuttingBack(db, viewer, id) is { } head
            ? new Undo(viewer.Words.Say("conversations.undo.conversation", ("title", head.Title)), $"{viewer.Here.Path}/conversations/{id}/restoration")
            : null;

    public static async Task<Undo?> Post(Db db, Viewer viewer, HttpContext context, ConversationHead head)
    {
        if (!int.TryParse(Flash.Take(context, "post"), out var number) || await PostAccess.ForPuttingBack(db, viewer, head.Id, number) is not { } post) return null;
        var says = viewer.Words[post.AuthorId == viewer.Me.ActorId ? "conversations.undo.post" : "conversations.undo.other-post"];
        return new Undo(says, FormattableString.Invariant($"{viewer.Here.Path}/conversations/{head.Id}/posts/{number}/restoration"));
    }
}
