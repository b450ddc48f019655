using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;

namespace Leaderful.Shared;

/// <summary>A rung of the visibility ladder, as one person may choose it.</summary>
public sealed record Rung(Id<Scope> Id, ScopeKind Kind, Here? Community = null)
{
    /// <summary>In one sentence: who reads it.</summary>
    public string Said(Words words) => Community is { } here
        ? words.Say("ladder.community", ("name", here.Name), ("people", words.Count("community.members", here.Members)))
        : words[$"ladder.{Kind.Key()}"];

    /// <summary>Whether somebody reads it here who does not on the other rung.</summary>
    public bool IsWiderThan(Rung other) => Kind > other.Kind || (Kind == other.Kind && Id != other.Id);
}

/// <summary>Me, my communities, the network, the public.</summary>
public static class Ladder
{
    public static IReadOnlyList<Rung> Of(Session me) =>
    [
        new(me.ScopeId, ScopeKind.Me),
        .. me.Communities.Select(c => new Rung(c.ScopeId, ScopeKind.Community, c)),
        new(Scope.Network, ScopeKind.Network),
        new(Scope.Public, ScopeKind.Public),
    ];

    /// <summary>The rung something stands on; what stood in a community one has left is one's own again.</summary>
    public static Rung On(this IReadOnlyList<Rung> rungs, Id<Scope> scope) => rungs.FirstOrDefault(r => r.Id == scope) ?? rungs[0];
}
