using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Search;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Commitments;

/// <summary>What becomes of a commitment. Each is false where something else has become of it meanwhile.</summary>
public static class Answering
{
    /// <summary>Only the doer takes it on.</summary>
    public static async Task<bool> Accept(this Unit unit, Id<Actor> by, Id<Commitment> id)
    {
        if (await unit.HoldCommitment(id) is not { IsOffered: true } commitment || commitment.DoerId != by) return false;
        commitment.Accept(unit.Now);
        unit.Say(commitment, by, "accepted", inverse: "unaccepted");
        unit.RemindOf(commitment);
        return true;
    }

    /// <summary>Within the hour, as though it had not been taken on; what one offered oneself to do was never an offer.</summary>
    public static async Task<bool> Unaccept(this Unit unit, Id<Actor> by, Id<Commitment> id)
    {
        if (await unit.HoldCommitment(id) is not { IsOpen: true } commitment || commitment.DoerId != by || !await unit.DidLately(commitment, by, "accepted")) return false;
        commitment.Unaccept();
        unit.Say(commitment, by, "unaccepted");
        return true;
    }

    public static async Task<bool> Keep(this Unit unit, Id<Actor> by, Id<Commitment> id)
    {
        if (await unit.HoldCommitment(id) is not { IsOpen: true } commitment || commitment.DoerId != by) return false;
        commitment.Keep(unit.Now);
        unit.Say(commitment, by, "kept", inverse: "unkept");
        return true;
    }

    public static async Task<bool> Unkeep(this Unit unit, Id<Actor> by, Id<Commitment> id)
    {
        if (await unit.HoldCommitment(id) is not { KeptAt: not null } commitment || commitment.DoerId != by || !await unit.DidLately(commitment, by, "kept")) return false;
        commitment.Unkeep();
        unit.Say(commitment, by, "unkept");
        return true;
    }

    /// <summary>By the doer, who declines what was only offered; or by whoever it was promised to, once it is. Who that is, the door knows.</summary>
    public static async Task<bool> Release(this Unit unit, Id<Actor> by, Id<Commitment> id, string why = "")
    {
        if (await unit.HoldCommitment(id) is not { IsOver: false } commitment || (commitment.IsOffered && commitment.DoerId != by)) return false;
        commitment.Release(by, unit.Now, why);
        unit.Say(commitment, by, "released", inverse: "unreleased");
        return true;
    }

    public static async Task<bool> Unrelease(this Unit unit, Id<Actor> by, Id<Commitment> id)
    {
        if (await unit.HoldCommitment(id) is not { ReleasedAt: not null } commitment || commitment.ReleasedById != by || !await unit.DidLately(commitment, by, "released")) return false;
        commitment.Unrelease();
        unit.Say(commitment, by, "unreleased");
        return true;
    }

    public static async Task<bool> CheckIn(this Unit unit, Id<Actor> by, Id<Commitment> id, CheckInKind kind, string line = "", Id<CheckIn>? key = null)
    {
        if (await unit.HoldCommitment(id) is not { IsOpen: true } commitment || commitment.DoerId != by) return false;
        commitment.Say(kind == CheckInKind.Barrier, unit.Now);
        unit.Db.Add(new CheckIn { Id = key ?? Id<CheckIn>.New(), CommunityId = commitment.CommunityId, CommitmentId = id, ById = by, Kind = kind, Line = line, At = unit.Now });
        unit.Say(commitment, by, "checked-in");
        return true;
    }

    /// <summary>Within the hour, as though it had not been said.</summary>
    public static async Task<bool> Unsay(this Unit unit, Id<Actor> by, Id<Commitment> id, Id<CheckIn> said)
    {
        if (await unit.HoldCommitment(id) is not { IsOpen: true } commitment || commitment.DoerId != by) return false;
        var since = unit.Now - Undo.Window;
        if (await unit.Db.The<CheckIn>().Where(k => k.Id == said && k.CommitmentId == id && k.ById == by && k.At > since).ExecuteDeleteAsync() == 0) return false;
        commitment.Unsay(await unit.Db.The<CheckIn>().AsNoTracking().Where(k => k.CommitmentId == id).OrderByDescending(k => k.At).FirstOrDefaultAsync());
        unit.Say(commitment, by, "unsaid");
        return true;
    }

    /// <summary>Another day, other words, or both; how it was stays to be read.</summary>
    public static async Task<bool> Renegotiate(this Unit unit, Id<Actor> by, Id<Commitment> id, string what, DateOnly? due, string why)
    {
        if (await unit.HoldCommitment(id) is not { IsOpen: true } commitment || commitment.DoerId != by) return false;
        unit.Db.Add(new CommitmentTerms
        {
            Id = Id<CommitmentTerms>.New(), CommunityId = commitment.CommunityId, CommitmentId = id, What = commitment.What, Due = commitment.Due,
            UntilAt = unit.Now, ChangedById = by, Why = why,
        });
        commitment.Renegotiate(what, due, unit.Now);
        unit.Say(commitment, by, "renegotiated");
        unit.RemindOf(commitment);
        unit.Reindex(id.As<Thing>());
        return true;
    }

    private static void Say(this Unit unit, Commitment commitment, Id<Actor> by, string what, string? inverse = null) =>
        unit.Journal(by, $"commitment.{what}", commitment.Id.Value, commitment.CommunityId, inverse: inverse is null ? null : $"commitment.{inverse}");

    private static Task<bool> DidLately(this Unit unit, Commitment commitment, Id<Actor> by, string what) =>
        unit.DidLately(by, $"commitment.{what}", commitment.Id.Value, commitment.CommunityId);
}
