using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Members;

/// <summary>Somebody in a community, as its members see them.</summary>
public sealed record Member(Id<Person> PersonId, Guid ActorId, string Name, DateTime JoinedAt, DateTime? StewardSince);

/// <summary>Somebody a steward sent away, with the reason only stewards read.</summary>
public sealed record Ended(Id<Person> PersonId, string Name, DateTime At, string Because);

public static class MemberQueries
{
    private const int MostNamesakes = 20;
    private const int MostNames = 100;

    public static IQueryable<Member> MembersOf(this Db db, Id<Community> community, Id<Person>? only = null) =>
        db.MembershipsOf(community).Where(m => only == null || m.PersonId == only).Named(db);

    public static IQueryable<Membership> MembershipsOf(this Db db, Id<Community> community) =>
        db.The<Membership>().Where(m => m.CommunityId == community && m.LeftAt == null);

    /// <summary>Members who are called so, however it is written; none where there is no name.</summary>
    public static Task<List<Member>> MembersCalled(this Db db, Id<Community> community, string name, int most)
    {
        var key = Communities.NameKey.Of(name);
        return db.MembershipsOf(community).Where(m => m.NameKey == key).Named(db).Take(most).ToListAsync();
    }

    /// <summary>By their name; of several by the one that was chosen, which is an id as it came from a form.</summary>
    internal static async Task<MeantMember> MeantBy(this Db db, Id<Community> community, string name, string chosen)
    {
        var found = await db.MembersCalled(community, Clean.Line(name), MostNamesakes);
        var one = found.Count > 1 ? found.Find(m => m.PersonId.ToString() == chosen) : found.FirstOrDefault();
        return new MeantMember(one, one is null ? found : []);
    }

    /// <summary>Some of whom one could name, for whoever types.</summary>
    public static Task<List<string>> SomeNames(this Db db, Id<Community> community, Id<Person>? except = null) =>
        db.MembershipsOf(community).Where(m => except == null || m.PersonId != except).Named(db).Select(m => m.Name).Take(MostNames).ToListAsync();

    /// <summary>Whoever of them writes under this name.</summary>
    public static Task<Person?> MemberWho(this Db db, Id<Community> community, Id<Actor> actor) => (
        from m in db.MembershipsOf(community)
        join p in db.The<Person>() on m.PersonId equals p.Id
        where p.ActorId == actor && p.LeftAt == null
        select p).SingleOrDefaultAsync();

    public static IQueryable<Membership> ByName(this IQueryable<Membership> memberships) => memberships.OrderBy(m => m.NameKey).ThenBy(m => m.PersonId);

    /// <summary>In the order of their names; of a page, chosen before, only those are read.</summary>
    public static IQueryable<Member> Named(this IQueryable<Membership> memberships, Db db) =>
        from membership in memberships
        join person in db.The<Person>() on membership.PersonId equals person.Id
        join actor in db.The<Actor>() on person.ActorId equals actor.Id
        orderby membership.NameKey, membership.PersonId
        select new Member(person.Id, actor.Id.Value, actor.Name, membership.JoinedAt, membership.StewardSince);

    public static async Task<int> MemberCount(this Db db, Id<Community> community) =>
        (await db.Ask($"""SELECT COUNT(*) FROM memberships m WHERE m."CommunityId" = {community} AND m."LeftAt" IS NULL""", row => row.Number(0)))[0];

    public static Task<List<Ended>> EndedIn(this Db db, Id<Community> community) => (
        from membership in db.The<Membership>()
        join person in db.The<Person>() on membership.PersonId equals person.Id
        join actor in db.The<Actor>() on person.ActorId equals actor.Id
        where membership.CommunityId == community && membership.EndedById != null && membership.LeftAt != null
        orderby membership.LeftAt descending
        select new Ended(person.Id, actor.Name, membership.LeftAt!.Value, membership.EndedBecause)).Take(100).ToListAsync();
}
