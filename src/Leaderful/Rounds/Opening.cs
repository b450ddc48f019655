using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Rounds;

/// <summary>A round from its opening to its end. Whoever opens it is not in it for that.</summary>
public static class OpeningRounds
{
    public static Id<Round> OpenRound(this Unit unit, Id<Actor> by, Id<Community> community, RoundGround on, RoundWish wish)
    {
        var round = Round.Of(wish, community, on.Place, on.Id);
        unit.Db.Add(new Thing { Id = round.Id.As<Thing>(), Kind = ThingKind.Round, CommunityId = community, ScopeId = on.ScopeId, AuthorId = by, CreatedAt = unit.Now });
        unit.Db.Add(round);
        unit.Journal(by, "round.opened", round.Id.Value, community, inverse: "round.taken-down");
        unit.Enqueue(Letters.InvitingToRound.KindOfWork, round.Id.Value, unit.Now + Letters.RoundTimes.Patience);
        return round.Id;
    }

    public static async Task TakeDownRound(this Unit unit, Id<Actor> by, Id<Round> id)
    {
        if (await unit.HoldRound(id) is not { } round) return;
        await unit.PutInBin(by, id.As<Thing>(), RoundPurging.KindOfWork);
        unit.Journal(by, "round.taken-down", id.Value, round.CommunityId, inverse: "round.put-back");
    }

    /// <summary>False where the thirty days are over.</summary>
    public static async Task<bool> PutBackRound(this Unit unit, Id<Actor> by, Id<Round> id)
    {
        if (await unit.TakeFromBin(id.As<Thing>()) is not { } thing) return false;
        unit.Journal(by, "round.put-back", id.Value, thing.CommunityId, inverse: "round.taken-down");
        return true;
    }

    /// <summary>A round that stands, held until the commit: what is decided about it is decided one after the other.</summary>
    internal static async Task<Round?> HoldRound(this Unit unit, Id<Round> id)
    {
        await unit.Db.The<Round>().Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Version, x => x.Version + 1));
        return await unit.Db.The<Round>().AsTracking().SingleOrDefaultAsync(r => r.Id == id && unit.Db.The<Thing>().Any(t => t.Id == r.Id.As<Thing>() && t.DeletedAt == null));
    }
}
