using System.Security.Claims;
using Leaderful.Care;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Following;
using Leaderful.People;

namespace Leaderful.Accounts;

/// <summary>A signed-in person as one device sees the instance: their name, their communities, what they may read.</summary>
public sealed class Session : Reader
{
    public required Id<Device> DeviceId { get; init; }
    public required Id<Person> PersonId { get; init; }
    public required Id<Scope> ScopeId { get; init; }
    public required string Email { get; init; }
    public string? Language { get; init; }
    public bool IsOperator { get; init; }
    public DateTime ProvedAt { get; init; }

    /// <summary>Not seen for an hour: its cookie is given anew, so that it lasts as long as it is used.</summary>
    public bool IsBack { get; init; }
    public required IReadOnlyList<Here> Communities { get; init; }

    /// <summary>The circles they belong to, in whichever community.</summary>
    public IReadOnlyList<OwnCircle> Circles { get; init; } = [];

    /// <summary>With whom they have something between the two of them.</summary>
    public IReadOnlyList<UsTwo> UsTwo { get; init; } = [];

    /// <summary>Whom they would rather not read.</summary>
    public IReadOnlyList<Aside> SetAside { get; init; } = [];

    public ClaimsPrincipal Principal => field ??= new ClaimsPrincipal(new SessionIdentity(this));

    /// <summary>Every scope this person may read, for filters in lists, counts, search and streams alike.</summary>
    public IReadOnlyList<Id<Scope>> Scopes => field ??= [ScopeId, Scope.Network, Scope.Public, .. UsTwo.Select(u => u.ScopeId), .. Circles.Select(c => c.ScopeId), .. Communities.Select(c => c.ScopeId)];

    public Here? In(string slug) => Communities.FirstOrDefault(c => c.Slug == slug);

    public Here? In(Id<Community> id) => Communities.FirstOrDefault(c => c.Id == id);

    /// <summary>The circle of theirs that reads what stands on this rung.</summary>
    public OwnCircle? CircleOn(Id<Scope> scope) => Circles.FirstOrDefault(c => c.ScopeId == scope);
}

/// <summary>A community as somebody finds themselves in it.</summary>
public sealed record Here(Id<Community> Id, Id<Scope> ScopeId, string Slug, string Name, string Dye, string Mark, string StewardWord, bool IsSteward, int Members)
{
    public string Path => Community.PathOf(Slug);

    public DateTime JoinedAt { get; init; }

    /// <summary>Since when an agreement waits to be accepted by them; nothing waits when null.</summary>
    public DateTime? WaitingSince { get; init; }

    /// <summary>How much they want to hear of what is said here.</summary>
    public FollowLevel Level { get; init; } = FollowLevel.Normal;

    /// <summary>They said "not now"; until then they go on as before.</summary>
    public DateTime? PutOffUntil { get; init; }
}

public sealed class SessionIdentity(Session session) : ClaimsIdentity("device")
{
    public Session Session => session;
}
