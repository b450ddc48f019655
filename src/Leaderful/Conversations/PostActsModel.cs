using Leaderful.Accounts;
using Leaderful.Care;
using Leaderful.Data;
using Leaderful.Linking;

namespace Leaderful.Conversations;

/// <summary>One post and what this reader may do with it beyond what stands under it.</summary>
/// <param name="Excerpt">Its beginning; null where it is folded.</param>
public sealed record PostActsModel(PostText Post, string? Excerpt, bool MayTakeDown)
{
    public bool IsOwn { get; init; }
    public bool MayReport { get; init; }

    /// <summary>Whoever wrote it, where they belong here.</summary>
    public Id<Person>? By { get; init; }

    /// <summary>From here on, into a conversation of their own or into another.</summary>
    public bool MayMove { get; init; }

    /// <summary>What was begun about it.</summary>
    public IReadOnlyList<SpokenOf> About { get; init; } = [];

    /// <summary>What was asked and decided about it, where this reader may know.</summary>
    public Id<CareCase>? Case { get; init; }
}
