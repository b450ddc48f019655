using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Following;

namespace Leaderful.Conversations;

/// <summary>A conversation without its posts, as one reader finds it: how far they had read and how much they hear is theirs alone.</summary>
public sealed record ConversationHead(
    Id<Conversation> Id, Id<Community> CommunityId, Id<Scope> ScopeId, Id<Actor> AuthorId, string Title,
    int PostCount, int TakenDown, long Version, DateTime BegunAt, DateTime? DeletedAt, Id<Actor>? DeletedById, int ReadUpTo, FollowLevel? Level)
{
    public int Standing => PostCount - TakenDown;

    /// <summary>Whether this reader began a reply and has not sent it.</summary>
    public bool HasDraft { get; init; }
    public DateTime? PinnedAt { get; init; }
    public DateTime? FeaturedAt { get; init; }
    public DateTime? ClosedAt { get; init; }
    public Id<Actor>? ClosedById { get; init; }
    public Id<Thing>? AboutId { get; init; }
    public bool IsBeside { get; init; }
    public DateTime? SpokenOfAt { get; init; }
}

/// <summary>A post as everybody reads it.</summary>
public sealed record PostRow(
    Id<Post> Id, int Number, Id<Actor> AuthorId, string AuthorName, DateTime WrittenAt, DateTime? EditedAt,
    DateTime? DeletedAt, Id<Actor>? DeletedById, string Html, int FileCount, int ValuedBy, long Born, long Version, Fold? Folded)
{
    public IEnumerable<ListedFile> Files { get; init; } = [];

    /// <summary>On the place a post has left: which, and where that leads.</summary>
    public Id<Post>? MovedPostId { get; init; }
    public MovedTo? MovedTo { get; init; }

    public bool ByItsAuthor => DeletedById == AuthorId;
}
