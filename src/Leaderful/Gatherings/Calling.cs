using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Gatherings.Letters;
using Leaderful.Gatherings.Series;
using Leaderful.OpenSpace;
using Leaderful.Search;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings;

/// <summary>A gathering from the call to its end.</summary>
public static class Calling
{
    /// <summary>Whoever calls it comes, unless they say otherwise; to the first of a series, and of the others as they say.</summary>
    public static async Task<Id<Gathering>> CallGathering(this Unit unit, Id<Actor> by, Id<Community> community, GatheringHost host, GatheringWish wish, SeriesPlace? place = null, bool comes = true)
    {
        var id = Id<Gathering>.New();
        var gathering = new Gathering { Id = id, CommunityId = community, CircleId = host.Circle, Title = wish.Title };
        gathering.Begin(wish.Time, unit.Now);
        gathering.Belong(place);
        gathering.Write(wish);
        unit.Db.Add(new Thing { Id = id.As<Thing>(), Kind = ThingKind.Gathering, CommunityId = community, ScopeId = host.Rung, AuthorId = by, CreatedAt = unit.Now });
        unit.Db.Add(gathering);
        unit.Journal(by, "gathering.called", id.Value, community, inverse: "gathering.taken-down");
        unit.Reindex(id.As<Thing>());
        unit.RemindOf(gathering);
        if (gathering.Kind == GatheringKind.OpenSpace) await unit.BeginSpace(by, gathering);
        await unit.Db.SaveChangesAsync();
        if (comes) await unit.AnswerGathering(by, id, Coming.Yes);
        return id;
    }

    /// <summary>Another time or place is for people's calendars too.</summary>
    public static async Task SetGathering(this Unit unit, Id<Actor> by, Id<Gathering> id, GatheringWish wish)
    {
        await unit.Mark(id);
        if (await unit.FindGathering(id) is not { } gathering) return;
        var before = (gathering.Title, gathering.Place, gathering.Link);
        gathering.Write(wish);
        gathering.Rewritten();
        var isMoved = gathering.Move(wish.Time);
        if (isMoved || before != (gathering.Title, gathering.Place, gathering.Link))
        {
            gathering.Renew(unit.Now);
            unit.TellLater(gathering);
        }
        if (isMoved) unit.RemindOf(gathering);
        if (gathering.Kind == GatheringKind.OpenSpace) await unit.BeginSpace(by, gathering);
        unit.Journal(by, "gathering.set", id.Value, gathering.CommunityId);
        unit.Reindex(id.As<Thing>());
    }

    /// <summary>It stays to be seen, so that nobody stands before a closed door.</summary>
    public static async Task CallOff(this Unit unit, Id<Actor> by, Id<Gathering> id, string reason)
    {
        await unit.Mark(id);
        if (await unit.FindGathering(id) is not { CancelledAt: null } gathering) return;
        gathering.Cancel(by, unit.Now, reason);
        unit.TellLater(gathering);
        unit.Journal(by, "gathering.called-off", id.Value, gathering.CommunityId, inverse: "gathering.called-on");
    }

    public static async Task CallOn(this Unit unit, Id<Actor> by, Id<Gathering> id)
    {
        await unit.Mark(id);
        if (await unit.FindGathering(id) is not { CancelledAt: not null } gathering) return;
        gathering.Uncancel(unit.Now);
        unit.TellLater(gathering);
        unit.Journal(by, "gathering.called-on", id.Value, gathering.CommunityId, inverse: "gathering.called-off");
    }

    public static async Task TakeDownGathering(this Unit unit, Id<Actor> by, Id<Gathering> id)
    {
        if (await unit.PutInBin(by, id.As<Thing>(), GatheringPurging.KindOfWork) is not { } thing) return;
        unit.Journal(by, "gathering.taken-down", id.Value, thing.CommunityId, inverse: "gathering.put-back");
        unit.Reindex(thing.Id);
    }

    /// <summary>False where the thirty days are over.</summary>
    public static async Task<bool> PutBackGathering(this Unit unit, Id<Actor> by, Id<Gathering> id)
    {
        if (await unit.TakeFromBin(id.As<Thing>()) is not { } thing) return false;
        unit.Journal(by, "gathering.put-back", id.Value, thing.CommunityId, inverse: "gathering.taken-down");
        unit.Reindex(thing.Id);
        return true;
    }

    internal static Task<Gathering?> FindGathering(this Unit unit, Id<Gathering> id) => unit.Db.The<Gathering>().AsTracking().SingleOrDefaultAsync(g => g.Id == id);

    private static void Write(this Gathering gathering, GatheringWish wish)
    {
        (gathering.Kind, gathering.Title, gathering.Purpose) = (wish.Kind, wish.Title, wish.Purpose);
        (gathering.Place, gathering.Link, gathering.Agenda) = (wish.Place, wish.Link, wish.Agenda);
        gathering.Plan(wish.Harvest);
    }
}
