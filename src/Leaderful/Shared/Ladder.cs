using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.People;

namespace Leaderful.Shared;

/// <summary>A rung of the visibility ladder, as one person may choose it.</summary>
public sealed record Rung(Id<Scope> Id, ScopeKind Kind, Here? Community = null, OwnCircle? Circle = null, UsTwo? Two = null)
{
    /// <summary>In one sentence: who reads it.</summary>
    public string Said(Words words)
    {
        if (Two is { } two) return words.Say("ladder.us-two", ("name", two.NameIn(words)));
        if (Circle is { } circle) return words.Count("ladder.circle", circle.Members, ("name", circle.Name));
        return Community is { } here
            ? words.Say("ladder.community", ("name", here.Name), ("people", words.Count("community.members", here.Members)))
            : words[$"ladder.{Kind.Key()}"];
    }

    /// <summary>Whether somebody reads it here who does not on the other rung.</summary>
    public bool IsWiderThan(Rung other) => Kind > other.Kind || (Kind == other.Kind && Id != other.Id)
        || (Circle is { } circle && other.Community is { } here && circle.CommunityId != here.Id);
}

/// <summary>Me, us two, my circles, my communities, the network, the public.</summary>
public static class Ladder
{
    public static IReadOnlyList<Rung> Of(Session me) =>
    [
        new(me.ScopeId, ScopeKind.Me),
        .. me.UsTwo.Select(Of),
        .. me.Circles.Select(c => new Rung(c.ScopeId, ScopeKind.Circle, Circle: c)),
        .. me.Communities.Select(c => new Rung(c.ScopeId, ScopeKind.Community, c)),
        new(Scope.Network, ScopeKind.Network),
        new(Scope.Public, ScopeKind.Public),
    ];

    /// <summary>Those within one community, for what is said there.</summary>
    public static IReadOnlyList<Rung> In(Session me, Here here) =>
    [
        .. me.Circles.Where(c => c.CommunityId == here.Id).Select(c => new Rung(c.ScopeId, ScopeKind.Circle, Circle: c)),
        new(here.ScopeId, ScopeKind.Community, here),
    ];

    private static Rung Of(UsTwo two) => new(two.ScopeId, ScopeKind.UsTwo, Two: two);

    /// <summary>Those to choose from: of all that are between two only the one it stands on, and the one with whoever is meant.</summary>
    public static IReadOnlyList<Rung> Offered(this IReadOnlyList<Rung> rungs, Id<Scope>? stands = null, UsTwo? with = null)
    {
        var offered = rungs.Where(r => r.Two is null || r.Id == stands || r.Id == with?.ScopeId).ToList();
        if (with is not null && offered.TrueForAll(r => r.Id != with.ScopeId)) offered.Insert(1, Of(with));
        return offered;
    }

    /// <summary>The rung something stands on; what stood in a community or a circle one has left is one's own again.</summary>
    public static Rung On(this IReadOnlyList<Rung> rungs, Id<Scope> scope) => rungs.FirstOrDefault(r => r.Id == scope) ?? rungs[0];
}
