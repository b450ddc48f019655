using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Initiatives;
using Leaderful.Initiatives.Teams;
using Leaderful.Shared;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Rounds;

/// <summary>A round as one of its people finds it, with what it hangs on and their own answer.</summary>
public sealed record RoundHead(Round It, string On, Id<Scope> ScopeId, Id<Actor> OpenedById, DateTime? DeletedAt, RoundAnswer? Mine)
{
    public Id<Round> Id => It.Id;

    public string Name(Words words) => It.Title.Length > 0 ? It.Title : words["rounds.untitled"];

    public string OnPath(Viewer viewer) => $"{viewer.Here.Path}/{RoundAccess.PathOf(It.Place)}/{It.OnId}";

    /// <summary>Whoever opened it; once the time to join is over, everybody of them.</summary>
    public bool MayMakePairs(Viewer viewer, DateTime now) => It.IsJoined(now) && (OpenedById == viewer.Me.ActorId || Commitments.Day.IsOver(It.JoinBy, now));
}

/// <summary>What a round is to hang on, for somebody who belongs there.</summary>
public sealed record RoundGround(Id<Thing> Id, RoundPlace Place, string Name, Id<Scope> ScopeId);

/// <summary>The one door to rounds: a round is there for those who belong to what it hangs on, and for nobody who tends anything.</summary>
public static class RoundAccess
{
    public static string PathOf(RoundPlace place) => place switch { RoundPlace.Circle => "circles", RoundPlace.Initiative => "initiatives", _ => "gatherings" };

    public static Task<RoundHead?> ForReading(Db db, Viewer viewer, Id<Round> id) => db.RoundsOf(viewer, db.The<Thing>().Where(t => t.DeletedAt == null), db.The<Round>().Where(r => r.Id == id)).SingleOrDefaultAsync();

    /// <summary>Whoever opened it.</summary>
    public static async Task<RoundHead?> ForTakingDown(Db db, Viewer viewer, Id<Round> id) =>
        await ForReading(db, viewer, id) is { } found && found.OpenedById == viewer.Me.ActorId ? found : null;

    public static async Task<RoundHead?> ForPuttingBack(Db db, Viewer viewer, Id<Round> id) =>
        await db.RoundsOf(viewer, db.The<Thing>().Where(t => t.DeletedAt != null), db.The<Round>().Where(r => r.Id == id)).SingleOrDefaultAsync() is { } found && found.OpenedById == viewer.Me.ActorId ? found : null;

    /// <summary>Whoever belongs somewhere opens a round there.</summary>
    public static async Task<RoundGround?> ForOpening(Db db, Viewer viewer, Id<Thing> on)
    {
        if (await CircleAccess.ForBelonging(db, viewer, on.As<Circle>()) is { } circle) return new(on, RoundPlace.Circle, circle.Name, circle.ScopeId);
        if (await InitiativeAccess.ForCarrying(db, viewer, on.As<Initiative>()) is { } initiative) return new(on, RoundPlace.Initiative, initiative.It.Title, initiative.ScopeId);
        return await GatheringAccess.ForReading(db, viewer, on.As<Gathering>()) is { } gathering && (gathering.Mine == Coming.Yes || gathering.WasThereAt is not null)
            ? new(on, RoundPlace.Gathering, gathering.Gathering.Title, gathering.ScopeId) : null;
    }

    /// <summary>Those who belong somewhere: to the circle, to the team, or who come to the gathering.</summary>
    internal static IQueryable<Person> PeopleAt(this Db db, RoundPlace place, Id<Thing> on)
    {
        var (circle, initiative, gathering, members) = (on.As<Circle>(), on.As<Initiative>(), on.As<Gathering>(), db.MembersReading(on));
        return place switch
        {
            RoundPlace.Circle => members.Where(p => db.The<CircleMembership>().Any(b => b.CircleId == circle && b.PersonId == p.Id && b.LeftAt == null)),
            RoundPlace.Initiative => members.Where(p => db.The<TeamMember>().Any(m => m.InitiativeId == initiative && m.ActorId == p.ActorId && m.LeftAt == null)),
            _ => members.Where(p => db.The<GatheringAnswer>().Any(a => a.GatheringId == gathering && a.ActorId == p.ActorId && (a.Coming == Coming.Yes || a.WasThereAt != null))),
        };
    }

    /// <summary>Those of these that hang on what this person belongs to here, the latest first.</summary>
    internal static IQueryable<RoundHead> RoundsOf(this Db db, Viewer viewer, IQueryable<Thing> things, IQueryable<Round> which)
    {
        var (here, scopes, person, actor) = (viewer.Here.Id, viewer.Me.Scopes, viewer.Me.PersonId, viewer.Me.ActorId);
        return (
            from r in which
            join t in things on r.Id.As<Thing>() equals t.Id
            join o in db.The<Thing>() on r.OnId equals o.Id
            from m in db.The<RoundAnswer>().Where(a => a.RoundId == r.Id && a.PersonId == person).DefaultIfEmpty()
            where r.CommunityId == here && o.DeletedAt == null && scopes.Contains(o.ScopeId)
                && (db.The<CircleMembership>().Any(b => b.CircleId.As<Thing>() == r.OnId && b.PersonId == person && b.LeftAt == null)
                    || db.The<TeamMember>().Any(b => b.InitiativeId.As<Thing>() == r.OnId && b.ActorId == actor && b.LeftAt == null)
                    || db.The<GatheringAnswer>().Any(a => a.GatheringId.As<Thing>() == r.OnId && a.ActorId == actor && (a.Coming == Coming.Yes || a.WasThereAt != null)))
            orderby r.MeetBy descending, r.Id descending
            select new RoundHead(
                r,
                db.The<Circle>().Where(c => c.Id.As<Thing>() == r.OnId).Select(c => c.Name).FirstOrDefault()
                    ?? db.The<Initiative>().Where(i => i.Id.As<Thing>() == r.OnId).Select(i => i.Title).FirstOrDefault()
                    ?? db.The<Gathering>().Where(g => g.Id.As<Thing>() == r.OnId).Select(g => g.Title).FirstOrDefault() ?? "",
                t.ScopeId, t.AuthorId, t.DeletedAt, m)).AsNoTracking();
    }
}
