using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Data;

namespace Leaderful.Gatherings.Letters;

public static class GatheringReaders
{
    /// <summary>Members who see a gathering, on whichever rung it stands, and may be written to.</summary>
    public static IQueryable<Person> SeenBy(this Db db, Id<Gathering> id) =>
        from g in db.The<Gathering>()
        join t in db.The<Thing>() on g.Id.As<Thing>() equals t.Id
        join k in db.The<Community>() on g.CommunityId equals k.Id
        join m in db.The<Membership>() on k.Id equals m.CommunityId
        join person in db.The<Person>() on m.PersonId equals person.Id
        where g.Id == id && t.DeletedAt == null && m.LeftAt == null && person.LeftAt == null && person.EmailProvedAt != null
            && (t.ScopeId == k.ScopeId || db.The<Circle>().Any(c => c.ScopeId == t.ScopeId && db.The<CircleMembership>().Any(b => b.CircleId == c.Id && b.PersonId == person.Id && b.LeftAt == null)))
        select person;

    /// <summary>Of those, whoever comes or may come.</summary>
    public static IQueryable<Person> Coming(this Db db, Id<Gathering> id) => db.SeenBy(id)
        .Where(p => db.The<GatheringAnswer>().Any(a => a.GatheringId == id && a.ActorId == p.ActorId && (a.Coming == Gatherings.Coming.Yes || a.Coming == Gatherings.Coming.Maybe)));
}
