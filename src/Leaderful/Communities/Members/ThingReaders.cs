using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Data;

namespace Leaderful.Communities.Members;

public static class ThingReaders
{
    /// <summary>Members who read a thing of their community that stands, on the community's rung or a circle's, and may be written to.</summary>
    public static IQueryable<Person> ReadersOf(this Db db, Id<Thing> id) => db.MembersReading(id).Where(p => p.EmailProvedAt != null);

    /// <summary>Of those who read it, whoever cannot be written to: nobody has opened what was sent to their address.</summary>
    public static IQueryable<Person> UnreachedOf(this Db db, Id<Thing> id) => db.MembersReading(id).Where(p => p.EmailProvedAt == null);

    /// <summary>Members who read it, whether or not they may be written to.</summary>
    internal static IQueryable<Person> MembersReading(this Db db, Id<Thing> id) =>
        from t in db.The<Thing>()
        join k in db.The<Community>() on t.CommunityId equals k.Id
        join m in db.The<Membership>() on k.Id equals m.CommunityId
        join person in db.The<Person>() on m.PersonId equals person.Id
        where t.Id == id && t.DeletedAt == null && m.LeftAt == null && person.LeftAt == null
            && (t.ScopeId == k.ScopeId || db.The<Circle>().Any(c => c.ScopeId == t.ScopeId
                && db.The<CircleMembership>().Any(b => b.CircleId == c.Id && b.PersonId == person.Id && b.LeftAt == null)
                && db.The<Thing>().Any(w => w.Id == c.Id.As<Thing>() && w.DeletedAt == null)))
        select person;
}
