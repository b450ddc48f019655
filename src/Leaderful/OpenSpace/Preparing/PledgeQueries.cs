using Leaderful.Commitments;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>A pledge, with the commitment it is where a member made it.</summary>
public sealed record ListedPledge(Pledge It, ListedCommitment? Commitment)
{
    public string Who => Commitment?.Doer ?? It.Name;
    public string What => Commitment?.It.What ?? It.What;
    public DateOnly? Due => Commitment is { } c ? c.It.Due : It.Due;

    /// <summary>Nobody is said to have promised what they have not taken on.</summary>
    public bool IsPromised => Commitment?.It is null or { AcceptedAt: not null, ReleasedAt: null };

    /// <summary>Offered to somebody who has not answered.</summary>
    public bool IsWaiting => Commitment?.It.IsOffered == true;
}

public static class PledgeQueries
{
    /// <summary>What stands, in its order. A commitment is among it as long as it stands where the gathering does.</summary>
    public static async Task<List<ListedPledge>> PledgesOf(this Db db, Id<Space> space)
    {
        var pledges = await db.The<Pledge>().Where(p => p.SpaceId == space && p.RemovedAt == null).OrderBy(p => p.Id).AsNoTracking().ToListAsync();
        if (pledges.Count == 0) return [];
        var (ids, rung) = (pledges.Select(p => p.CommitmentId).OfType<Id<Commitment>>().ToList(), await db.The<Thing>().Where(t => t.Id == space.As<Thing>()).Select(t => t.ScopeId).SingleAsync());
        var commitments = await db.Listed(db.The<Commitment>().Where(c => ids.Contains(c.Id)), db.The<Thing>().Where(t => t.DeletedAt == null && t.ScopeId == rung)).AsNoTracking().ToListAsync();
        return [.. pledges.Select(p => new ListedPledge(p, commitments.Find(c => c.It.Id == p.CommitmentId))).Where(p => (p.It.CommitmentId is null || p.Commitment is not null) && p.What.Length > 0)];
    }
}
