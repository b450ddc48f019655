using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OneToOnes.Asking;

/// <summary>A one-to-one as whoever was asked has it: by whom, and how they themselves are called there. What its planner keeps for themselves is not in it.</summary>
public sealed record Asked(OneToOne It, OneToOneRequest Request, Person Planner, string PlannerName, Person? Other, string OtherName)
{
    public Id<OneToOne> Id => It.Id;

    /// <summary>Asked they read by whom; once agreed, with whom; a key of words.</summary>
    public string Heading => Request.AgreedAt is null ? "asking.asks" : "one-to-ones.with-name";

    public bool IsOver(DateTime now) => It.EndsAt <= now || It.HeldAt is not null || It.LeftAt is not null;

    public string Planned(Words words) => PlannerName.Length > 0 ? PlannerName : words["one-to-ones.gone"];

    public string Met(Words words) => OtherName.Length > 0 ? OtherName : words["one-to-ones.gone"];
}

/// <summary>The door for the other of the two: as the member who was asked, or by the link they were sent.</summary>
public static class AskedAccess
{
    public static Task<Asked?> ForAnswering(Db db, Viewer viewer, Id<OneToOne> id)
    {
        var (here, actor) = (viewer.Here.Id, viewer.Me.ActorId);
        return db.Asked(db.The<OneToOne>().Where(o => o.Id == id && o.CommunityId == here), db.The<OneToOneRequest>().Where(r => r.OtherId == actor)).SingleOrDefaultAsync();
    }

    /// <summary>For as long as the link is good and whoever asked is still a member.</summary>
    public static async Task<Asked?> ByLink(Db db, string token, DateTime now) =>
        await db.FindLink(token, LinkPurpose.OneToOne, now) is { ThingId: { } thing } && thing.As<OneToOne>() is var id
            ? await db.AskedFor(id) : null;

    /// <summary>Whoever looks: for what happens between the two, not for pages.</summary>
    public static Task<Asked?> AskedFor(this Db db, Id<OneToOne> id) => db.Asked(db.The<OneToOne>().Where(o => o.Id == id), db.The<OneToOneRequest>()).SingleOrDefaultAsync();

    /// <summary>Those that stand and were opened to this reader, the next first; none of somebody they would rather not read.</summary>
    public static Task<List<Asked>> AskedOf(this Db db, Viewer viewer, DateTime since)
    {
        var (here, actor) = (viewer.Here.Id, viewer.Me.ActorId);
        var aside = viewer.Me.SetAside.Where(s => s.In == here).Select(s => s.Other).ToList();
        var theirs = db.The<OneToOne>().Where(o => o.CommunityId == here && o.EndsAt > since && o.LeftAt == null && !db.The<Thing>().Any(t => t.Id == o.Id.As<Thing>() && aside.Contains(t.AuthorId)));
        return db.Asked(theirs, db.The<OneToOneRequest>().Where(r => r.OtherId == actor && r.DeclinedAt == null)).Take(50).ToListAsync();
    }

    /// <summary>The times to choose from, the earliest first.</summary>
    public static async Task<IReadOnlyList<ProposedTime>> TimesOf(this Db db, Id<OneToOne> id) =>
        [.. (await db.The<ProposedTime>().Where(t => t.OneToOneId == id).AsNoTracking().ToListAsync()).OrderBy(t => t.Time.StartsAt)];

    private static IQueryable<Asked> Asked(this Db db, IQueryable<OneToOne> which, IQueryable<OneToOneRequest> requests) => (
        from o in which
        join r in requests on o.Id equals r.OneToOneId
        join t in db.The<Thing>() on o.Id.As<Thing>() equals t.Id
        join p in db.The<Person>() on t.AuthorId equals p.ActorId
        join a in db.The<Actor>() on p.ActorId equals a.Id
        join other in db.The<Actor>() on r.OtherId equals other.Id
        from person in db.The<Person>().Where(x => x.ActorId == other.Id).DefaultIfEmpty()
        where t.DeletedAt == null && db.The<Membership>().Any(m => m.CommunityId == o.CommunityId && m.PersonId == p.Id && m.LeftAt == null)
            && (other.PersonId == null || db.The<Membership>().Any(m => m.CommunityId == o.CommunityId && m.PersonId == other.PersonId && m.LeftAt == null))
        orderby o.StartsAt, o.Id
        select new Asked(o, r, p, a.Name, person, other.Name)).AsNoTracking();
}
