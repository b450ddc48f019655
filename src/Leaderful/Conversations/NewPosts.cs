using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Following;

namespace Leaderful.Conversations;

/// <summary>What is new to somebody in a community: the one meaning behind every mark, list and count.</summary>
public static class NewPosts
{
    /// <summary>Nobody counts further in one conversation: what it costs must not grow with all that was ever said.</summary>
    public const int Many = 20;

    /// <summary>
    /// What others said in a conversation <c>c</c> since this person joined, the community and the circle, and last read. How far
    /// they read is asked of the conversation, so that the database enters the index of posts at their place.
    /// </summary>
    public static Sql To(Session reader, Here here) => $"""
         FROM posts n JOIN things m ON m."Id" = n."Id"
        WHERE n."ConversationId" = c."Id" AND m."DeletedAt" IS NULL AND m."AuthorId" <> {reader.ActorId} AND m."CreatedAt" >= {here.JoinedAt}
          AND n."Number" > {ReadUpTo(reader)}{InCircles(reader, here)}
        """;

    /// <summary>How far this person has read a conversation <c>c</c>.</summary>
    public static Sql ReadUpTo(Session reader) => $"""
        COALESCE((SELECT r."UpTo" FROM read_marks r WHERE r."PersonId" = {reader.PersonId} AND r."ConversationId" = c."Id"), 0)
        """;

    /// <summary>
    /// Of conversations <c>c</c> those in which something is new to this person, unless they would rather not hear of it. It is
    /// asked as a number: PostgreSQL would else turn the question round and read all that was ever said.
    /// </summary>
    public static Sql Any(Session reader, Here here)
    {
        // The time bounds how far back anybody looks: nothing before they came is new to them.
        return $"""
             AND c."LastPostAt" >= {here.JoinedAt} AND {IsHeard(reader, here)}
              AND COALESCE((SELECT 1{To(reader, here)} LIMIT 1), 0) > 0
            """;
    }

    /// <summary>This person has not muted a conversation <c>c</c>. Without a choice of their own it is as they chose for the community.</summary>
    public static Sql IsHeard(Session reader, Here here)
    {
        var usual = here.Level == FollowLevel.Mute ? nameof(FollowLevel.Mute) : "";
        return $"""COALESCE((SELECT f."Level" FROM follows f WHERE f."PersonId" = {reader.PersonId} AND f."ThingId" = c."Id"), {usual}) <> 'Mute'""";
    }

    private static Sql InCircles(Session reader, Here here)
    {
        var since = Sql.None;
        foreach (var circle in reader.Circles.Where(c => c.CommunityId == here.Id))
            since = $"""{since} AND (m."ScopeId" <> {circle.ScopeId} OR m."CreatedAt" >= {circle.JoinedAt})""";
        return since;
    }
}
