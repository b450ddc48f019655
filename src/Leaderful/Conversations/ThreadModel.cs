using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.Drafts;
using Leaderful.Linking;
using Leaderful.Pages;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Web;

namespace Leaderful.Conversations;

/// <summary>One page of a conversation, and the reply being written below it.</summary>
public sealed record ThreadModel(ConversationHead Head, ReadingWindow Window, PostsPage Posts, Form Reply)
{
    public Id<Post> Key { get; init; } = Id<Post>.New();
    public string? Preview { get; init; }
    public DraftsShown? Drafts { get; init; }

    /// <summary>What it is about, and what speaks of it, as far as this reader may see it.</summary>
    public AboutThing? About { get; init; }
    public IReadOnlyList<SpokenOf> SpokenOf { get; init; } = [];

    /// <summary>The pages that hang on it, and those that point to it.</summary>
    public IReadOnlyList<ListedPage> Pages { get; init; } = [];
    public IReadOnlyList<SpokenOf> Pointing { get; init; } = [];

    /// <summary>What was promised on it.</summary>
    public IReadOnlyList<ListedCommitment> Commitments { get; init; } = [];

    /// <summary>The numbers of the posts on this page that were valuable to this reader.</summary>
    public IReadOnlyList<int> Valuable { get; init; } = [];

    /// <summary>Whether nobody else speaks in it, as far as this page shows: where it does not show all, it is not offered.</summary>
    public bool IsAllBy(Id<Actor> me) => Window is { From: <= 1, ReachesEnd: true } && Posts.Rows.All(p => p.AuthorId == me || p.DeletedAt is not null);

    /// <summary>The first post this reader has not seen, where it is not their own.</summary>
    public int NewFrom(Id<Actor> me)
    {
        foreach (var post in Posts.Rows)
            if (post.Number > Head.ReadUpTo && post.AuthorId != me && post.DeletedAt is null) return post.Number;
        return 0;
    }
}
