using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.OneToOnes.Asking;
using Leaderful.OneToOnes.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OneToOnes;

/// <summary>A one-to-one as whoever plans it has it. Nothing of it is in the journal: whom somebody meets is theirs to say.</summary>
public static class Planning
{
    public static async Task<Id<OneToOne>> PlanOneToOne(this Unit unit, Session by, Id<Community> community, OneToOneWish wish)
    {
        var one = new OneToOne { Id = Id<OneToOne>.New(), CommunityId = community };
        one.Plan(wish);
        unit.Db.Add(new Thing { Id = one.Id.As<Thing>(), Kind = ThingKind.OneToOne, CommunityId = community, ScopeId = by.ScopeId, AuthorId = by.ActorId, CreatedAt = unit.Now });
        unit.Db.Add(one);
        await unit.Db.SaveChangesAsync();
        return one.Id;
    }

    /// <summary>Whoever was asked already hears of another time or place; where it is somebody else now, that it does not take place.</summary>
    public static async Task SetOneToOne(this Unit unit, LetterDesk desk, Id<OneToOne> id, OneToOneWish wish)
    {
        var one = await unit.Find(id);
        if (one.WithId != wish.With) await unit.CloseRequest(desk, one);
        // What was released was released to one team.
        if (one.InitiativeId != wish.Initiative) await unit.KeepFromTeams(id);
        var (time, place) = (one.Time, one.Place);
        one.Plan(wish);
        if (time != one.Time && one.EndsAt > unit.Now) one.Reopen();
        await unit.RenameOther(one);
        if (time != one.Time || place != one.Place) await unit.TellMoved(desk, one, time != one.Time);
    }

    public static async Task HoldOneToOne(this Unit unit, Id<OneToOne> id) => (await unit.Find(id)).Hold(unit.Now);

    public static async Task LeaveOneToOne(this Unit unit, LetterDesk desk, Id<OneToOne> id)
    {
        var one = await unit.Find(id);
        if (one.LeftAt is not null) return;
        one.Leave(unit.Now);
        if (one.EndsAt > unit.Now) await unit.TellOff(desk, id);
    }

    public static async Task ReopenOneToOne(this Unit unit, LetterDesk desk, Id<OneToOne> id)
    {
        var one = await unit.Find(id);
        var wasOff = one.LeftAt is not null && one.EndsAt > unit.Now;
        one.Reopen();
        if (wasOff) await unit.TellOn(desk, id);
    }

    public static async Task ThankFor(this Unit unit, Id<OneToOne> id) => (await unit.Find(id)).Thank(unit.Now);

    public static async Task UnthankFor(this Unit unit, Id<OneToOne> id) => (await unit.Find(id)).Unthank();

    public static async Task TakeDownOneToOne(this Unit unit, LetterDesk desk, Id<Actor> by, Id<OneToOne> id)
    {
        if (await unit.Find(id) is { HeldAt: null, LeftAt: null } one && one.EndsAt > unit.Now) await unit.TellOff(desk, id);
        await unit.PutInBin(by, id.As<Thing>(), OneToOnePurging.KindOfWork);
    }

    /// <summary>False where the thirty days are over.</summary>
    public static async Task<bool> PutBackOneToOne(this Unit unit, LetterDesk desk, Id<OneToOne> id)
    {
        if (await unit.TakeFromBin(id.As<Thing>()) is null) return false;
        await unit.Db.SaveChangesAsync();
        if (await unit.Find(id) is { HeldAt: null, LeftAt: null } one && one.EndsAt > unit.Now) await unit.TellOn(desk, id);
        return true;
    }

    private static Task<OneToOne> Find(this Unit unit, Id<OneToOne> id) => unit.LockOneToOne(id);

    private static Task KeepFromTeams(this Unit unit, Id<OneToOne> id) =>
        unit.Db.The<SharedPart>().Where(s => s.OneToOneId == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.PlannerTells, false).SetProperty(x => x.OtherTells, false));
}
