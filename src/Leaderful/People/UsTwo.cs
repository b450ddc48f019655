using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Web;

namespace Leaderful.People;

/// <summary>The rung between somebody and one other person.</summary>
public sealed record UsTwo(Id<Scope> ScopeId, Id<Person> OtherId, string Name)
{
    /// <summary>Whoever has gone has no name any more.</summary>
    public string NameIn(Words words) => Name.Length > 0 ? Name : words["conversations.former"];
}

public static class UsTwoQueries
{
    /// <summary>Those with whom something was opened between two, by either of them.</summary>
    public static Task<List<UsTwo>> UsTwoOf(this Db db, Id<Person> person) => db.Ask($"""
        SELECT s."Id", p."Id", a."Name" FROM scopes s
        JOIN people p ON p."Id" = CASE WHEN s."PersonId" = {person} THEN s."OtherPersonId" ELSE s."PersonId" END
        JOIN actors a ON a."Id" = p."ActorId"
        WHERE (s."PersonId" = {person} OR s."OtherPersonId" = {person}) AND s."Kind" = {nameof(ScopeKind.UsTwo)}
        ORDER BY a."Name", s."Id"
        """, row => new UsTwo(row.Id<Scope>(0), row.Id<Person>(1), row.Text(2)));

    /// <summary>Somebody to whom something could be opened: whoever belongs to a community of theirs.</summary>
    public static async Task<UsTwo?> UsTwoWith(this Db db, Viewer viewer, Id<Person>? other)
    {
        if (other is not { } id || id == viewer.Me.PersonId || viewer.Me.Communities.Count == 0) return null;
        return (await db.Ask($"""
            SELECT a."Name" FROM people p JOIN actors a ON a."Id" = p."ActorId"
            WHERE p."Id" = {id} AND p."LeftAt" IS NULL
              AND EXISTS (SELECT 1 FROM memberships m WHERE m."PersonId" = p."Id" AND m."LeftAt" IS NULL AND m."CommunityId" IN {viewer.Me.Communities.Select(c => c.Id).ToList()})
            """, row => new UsTwo(Scope.Between(viewer.Me.PersonId, id), id, row.Text(0)))).FirstOrDefault();
    }
}

public static class OpeningBetweenTwo
{
    /// <summary>From now on the two of them have a rung of their own; whichever of them was first.</summary>
    public static async Task Meet(this Unit unit, Id<Person> one, Id<Person> other)
    {
        var (db, between) = (unit.Db, Scope.Of(one, other));
        await using var row = db.Statement("""
            INSERT INTO scopes ("Id", "Kind", "PersonId", "OtherPersonId") VALUES (@id, @kind, @one, @other) ON CONFLICT DO NOTHING
            """);
        row.Give("@id", db.Raw(between.Id.Value));
        row.Give("@kind", nameof(ScopeKind.UsTwo));
        row.Give("@one", db.Raw(between.PersonId!.Value.Value));
        row.Give("@other", db.Raw(between.OtherPersonId!.Value.Value));
        if (await row.ExecuteNonQueryAsync() == 0) return;
        unit.Tell(Streams.Of(one));
        unit.Tell(Streams.Of(other));
    }
}
