using Leaderful.Communities;
using Leaderful.Data;

namespace Leaderful.Conversations;

/// <summary>What stands first in a list: the community's own in the community's, a circle's in that circle's.</summary>
public static class ListingPinned
{
    /// <summary>More than a handful would be a list of its own.</summary>
    public const int Most = 5;

    /// <summary>Whether a conversation <c>c</c> whose thing is <c>t</c> is pinned on this rung.</summary>
    public static Sql On(Id<Scope> rung) => $"""c."PinnedAt" IS NOT NULL AND t."ScopeId" = {rung}""";

    /// <summary>Those other than this one that are, and were not taken down.</summary>
    public static async Task<int> CountBeside(this Db db, Id<Conversation> own, Id<Community> community, Id<Scope> rung) => (await db.Ask($"""
        SELECT COUNT(*) FROM conversations c JOIN things t ON t."Id" = c."Id"
        WHERE c."CommunityId" = {community} AND c."Id" <> {own} AND t."DeletedAt" IS NULL AND {On(rung)}
        """, row => row.Number(0)))[0];
}
