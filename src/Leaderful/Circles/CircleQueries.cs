using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Circles;

/// <summary>A circle in the list of a community's.</summary>
public sealed record ListedCircle(Id<Circle> Id, string Name, string Purpose, Joining Joining, int Members, bool Belongs, bool Asked);

/// <summary>Somebody who belongs to a circle.</summary>
public sealed record CircleMember(Id<Person> PersonId, Guid ActorId, string Name, DateTime JoinedAt);

/// <summary>Somebody who would like to, and what they wrote.</summary>
public sealed record WaitingForCircle(Id<CircleRequest> Id, Id<Circle> CircleId, string Circle, Guid ActorId, string Name, string Line, DateTime AskedAt);

public static class CircleQueries
{
    /// <summary>What a session carries along: where they belong, in communities they are in.</summary>
    public static Task<List<OwnCircle>> CirclesOf(this Db db, Id<Person> person) => (
        from mine in db.The<CircleMembership>()
        join circle in db.The<Circle>() on mine.CircleId equals circle.Id
        join thing in db.The<Thing>() on circle.Id.As<Thing>() equals thing.Id
        where mine.PersonId == person && mine.LeftAt == null && thing.DeletedAt == null
            && db.The<Membership>().Any(m => m.CommunityId == circle.CommunityId && m.PersonId == person && m.LeftAt == null)
        orderby circle.Name, circle.Id
        select new OwnCircle(
            circle.Id, circle.ScopeId, circle.CommunityId, circle.Name,
            db.The<CircleMembership>().Count(m => m.CircleId == circle.Id && m.LeftAt == null), mine.JoinedAt)).ToListAsync();

    public static Task<List<ListedCircle>> CirclesIn(this Db db, Session me, Here here)
    {
        var (person, scopes) = (me.PersonId, me.Scopes);
        return (
            from circle in db.The<Circle>()
            join thing in db.The<Thing>() on circle.Id.As<Thing>() equals thing.Id
            where circle.CommunityId == here.Id && thing.DeletedAt == null && scopes.Contains(thing.ScopeId)
            orderby circle.Name, circle.Id
            select new ListedCircle(
                circle.Id, circle.Name, circle.Purpose, circle.Joining,
                db.The<CircleMembership>().Count(m => m.CircleId == circle.Id && m.LeftAt == null),
                db.The<CircleMembership>().Any(m => m.CircleId == circle.Id && m.PersonId == person && m.LeftAt == null),
                db.The<CircleRequest>().Any(r => r.CircleId == circle.Id && r.PersonId == person && r.ClosedAt == null))).ToListAsync();
    }

    public static Task<bool> Belongs(this Db db, Id<Circle> circle, Id<Person> person) =>
        db.The<CircleMembership>().AnyAsync(m => m.CircleId == circle && m.PersonId == person && m.LeftAt == null);

    public static Task<List<CircleMember>> MembersOf(this Db db, Id<Circle> circle) => (
        from belonging in db.The<CircleMembership>()
        join person in db.The<Person>() on belonging.PersonId equals person.Id
        join actor in db.The<Actor>() on person.ActorId equals actor.Id
        where belonging.CircleId == circle && belonging.LeftAt == null
        orderby actor.Name, actor.Id
        select new CircleMember(person.Id, actor.Id.Value, actor.Name, belonging.JoinedAt)).ToListAsync();

    /// <summary>
    /// Requests this person may answer: to circles they belong to and, while nobody belongs to one, to those of a community they
    /// tend. Nobody answers their own.
    /// </summary>
    public static IQueryable<CircleRequest> RequestsFor(this Db db, Session me)
    {
        var (person, mine) = (me.PersonId, me.Circles.Select(c => c.Id).ToList());
        var (here, tended) = (me.Communities.Select(c => c.Id).ToList(), me.Communities.Where(c => c.IsSteward).Select(c => c.Id).ToList());
        return db.The<CircleRequest>().Where(r => r.ClosedAt == null && r.PersonId != person && here.Contains(r.CommunityId)
            && db.The<Thing>().Any(t => t.Id == r.CircleId.As<Thing>() && t.DeletedAt == null)
            && (mine.Contains(r.CircleId)
                || (tended.Contains(r.CommunityId) && !db.The<CircleMembership>().Any(m => m.CircleId == r.CircleId && m.LeftAt == null))));
    }

    public static Task<List<WaitingForCircle>> Waiting(this IQueryable<CircleRequest> requests, Db db) => (
        from request in requests
        join circle in db.The<Circle>() on request.CircleId equals circle.Id
        join person in db.The<Person>() on request.PersonId equals person.Id
        join actor in db.The<Actor>() on person.ActorId equals actor.Id
        orderby request.AskedAt
        select new WaitingForCircle(request.Id, circle.Id, circle.Name, actor.Id.Value, actor.Name, request.Line, request.AskedAt)).Take(100).ToListAsync();

    /// <summary>What I asked of a circle: what is still open, or else what was answered last.</summary>
    public static Task<CircleRequest?> OwnRequest(this Db db, Session me, Id<Circle> circle) => db.The<CircleRequest>()
        .Where(r => r.CircleId == circle && r.PersonId == me.PersonId).OrderByDescending(r => r.ClosedAt == null).ThenByDescending(r => r.AskedAt).FirstOrDefaultAsync();

    /// <summary>Circles taken down that this person may put back.</summary>
    public static async Task<List<BinItem>> CirclesInBin(this Db db, Session me, Here here, DateTime since)
    {
        var (person, actor, scopes) = (me.PersonId, me.ActorId, me.Scopes);
        var found = await (
            from c in db.The<Circle>()
            join t in db.The<Thing>() on c.Id.As<Thing>() equals t.Id
            where c.CommunityId == here.Id && scopes.Contains(t.ScopeId) && t.DeletedAt > since
                && (t.DeletedById == actor
                    || db.The<CircleMembership>().Any(m => m.CircleId == c.Id && m.PersonId == person && m.LeftAt == null)
                    || (here.IsSteward && !db.The<CircleMembership>().Any(m => m.CircleId == c.Id && m.LeftAt == null)))
            orderby t.DeletedAt descending
            select new { c.Id, c.Name, At = t.DeletedAt!.Value }).ToListAsync();
        return found.ConvertAll(c => new BinItem(default, null, c.Name, "", "", c.At) { Circle = c.Id });
    }
}
