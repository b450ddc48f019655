using Leaderful.Commitments;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>What a leader would promise: a member, or a name alone.</summary>
public sealed record PledgeWish(Id<Actor>? Doer, string Name, string What, DateOnly? Due);

/// <summary>What leaders promise to do afterwards.</summary>
public static class Pledging
{
    public const int MostPledges = 60;

    /// <summary>A member's is made on the gathering and offered to them, unless it is their own. Nothing where they are not here any more, or where there are too many.</summary>
    public static async Task<Id<Pledge>?> AddPledge(this Unit unit, Id<Actor> by, Id<Space> id, PledgeWish wish)
    {
        if (await unit.HoldFrame(id) is not { } space || await unit.Db.The<Pledge>().CountAsync(p => p.SpaceId == id && p.RemovedAt == null) >= MostPledges) return null;
        Id<Commitment>? commitment = null;
        if (wish.Doer is { } doer)
        {
            var scope = await unit.Db.The<Thing>().Where(t => t.Id == id.As<Thing>()).Select(t => t.ScopeId).SingleAsync();
            commitment = await unit.Promise(by, space.CommunityId, new Promise(wish.What, wish.Due, scope) { Doer = doer, Origin = id.As<Thing>() });
            if (commitment is null) return null;
        }
        var pledge = new Pledge
        {
            Id = Id<Pledge>.New(), SpaceId = id, CommunityId = space.CommunityId, CommitmentId = commitment, WrittenById = by, WrittenAt = unit.Now,
            Name = commitment is null ? wish.Name : "", What = commitment is null ? wish.What : "", Due = commitment is null ? wish.Due : null,
        };
        unit.Db.Add(pledge);
        unit.Journal(by, "pledge.added", pledge.Id.Value, space.CommunityId, inverse: "pledge.removed");
        return pledge.Id;
    }

    /// <summary>The commitment goes too where whoever made it takes it away; otherwise it is its doer's, and stays.</summary>
    public static async Task<bool> RemovePledge(this Unit unit, Id<Actor> by, Id<Space> id, Id<Pledge> which)
    {
        if (await unit.HoldFrame(id) is null || await unit.Db.The<Pledge>().AsTracking().SingleOrDefaultAsync(p => p.Id == which && p.SpaceId == id && p.RemovedAt == null) is not { } pledge) return false;
        pledge.Remove(by, unit.Now);
        unit.Journal(by, "pledge.removed", which.Value, pledge.CommunityId, inverse: "pledge.put-back");
        if (await unit.OwnCommitment(by, pledge) is { } commitment) await unit.TakeDownCommitment(by, commitment);
        return true;
    }

    public static async Task<bool> PutBackPledge(this Unit unit, Id<Actor> by, Id<Space> id, Id<Pledge> which)
    {
        if (await unit.HoldFrame(id) is null || await unit.Db.The<Pledge>().AsTracking().SingleOrDefaultAsync(p => p.Id == which && p.SpaceId == id && p.RemovedAt != null) is not { } pledge) return false;
        pledge.PutBack();
        unit.Journal(by, "pledge.put-back", which.Value, pledge.CommunityId, inverse: "pledge.removed");
        if (await unit.OwnCommitment(by, pledge) is { } commitment) await unit.PutBackCommitment(by, commitment);
        return true;
    }

    private static async Task<Id<Commitment>?> OwnCommitment(this Unit unit, Id<Actor> by, Pledge pledge) =>
        pledge.CommitmentId is { } id && await unit.Db.The<Thing>().AnyAsync(t => t.Id == id.As<Thing>() && t.AuthorId == by) ? id : null;
}
