using Leaderful.Data;
using Leaderful.Drafts;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Web;

namespace Leaderful.Conversations;

/// <summary>One page of a conversation, and the reply being written below it.</summary>
public sealed record ThreadModel(ConversationHead Head, ReadingWindow Window, PostsPage Posts, Form Reply)
{
    public Id<Post> Key { get; init; } = Id<Post>.New();
    public string? Preview { get; init; }
    public DraftsShown? Drafts { get; init; }

    /// <summary>The numbers of the posts on this page that were valuable to this reader.</summary>
    public IReadOnlyList<int> Valuable { get; init; } = [];

    /// <summary>The first post this reader has not seen, where it is not their own.</summary>
    public int NewFrom(Id<Actor> me)
    {
        foreach (var post in Posts.Rows)
            if (post.Number > Head.ReadUpTo && post.AuthorId != me && post.DeletedAt is null) return post.Number;
        return 0;
    }
}
