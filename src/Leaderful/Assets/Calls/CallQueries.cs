using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Assets.Calls;

public sealed record Caller(Id<Person> PersonId, string Name);

/// <summary>A call with who calls, and what this reader said to it.</summary>
public sealed record ListedCall(Call It, string Caller, Id<Person> CallerPerson)
{
    public DateTime? CanAt { get; init; }
    public bool IsBy(Viewer viewer) => It.CallerId == viewer.Me.ActorId;
}

/// <summary>Somebody who can help, as the caller sees it.</summary>
public sealed record Helper(Id<Person> PersonId, Guid ActorId, string Name, string Line);

/// <summary>What this reader has to do with calls in a community.</summary>
public sealed record CallsShown(IReadOnlyList<ListedCall> Open, string? AgreedTo);

public static class CallQueries
{
    private const int Most = 30;
    private const int MostHelpers = 100;

    /// <summary>Those that stand for this reader: their own, and what others call for whom they would read.</summary>
    public static Task<List<ListedCall>> OpenCalls(this Db db, Viewer viewer, DateTime now) => db.Listed(viewer, db.The<Call>().Where(c => c.ClosedAt == null && c.EndsAt > now)).Take(Most).ToListAsync();

    /// <summary>What reached me, as long as I agree to it and have said nothing; and mine that somebody can help with.</summary>
    public static async Task<List<ListedCall>> CallsToday(this Db db, Viewer viewer, DateTime now)
    {
        var (me, actor, community) = (viewer.Me.PersonId, viewer.Me.ActorId, viewer.Here.Id);
        var agreed = db.Callables(community).Where(a => a.PersonId == me);
        return await db.Listed(viewer, db.The<Call>().Where(c => c.ClosedAt == null && c.EndsAt > now
            && (c.CallerId == actor ? db.The<CallAnswer>().Any(a => a.CallId == c.Id && a.CanAt != null)
                : agreed.Any() && db.The<CallAnswer>().Any(a => a.CallId == c.Id && a.PersonId == me && a.CalledAt != null && a.CanAt == null)))).Take(3).ToListAsync();
    }

    /// <summary>The one door to calls: those that stand; one that is over for whoever called or said they can help.</summary>
    public static async Task<ListedCall?> CallForReading(this Db db, Viewer viewer, Id<Call> id, DateTime now) =>
        await db.Listed(viewer, db.The<Call>().Where(c => c.Id == id && c.What != "")).SingleOrDefaultAsync() is { } call && (call.It.IsOpen(now) || call.IsBy(viewer) || call.CanAt is not null) ? call : null;

    /// <summary>Whoever called; and those who tend the community.</summary>
    public static async Task<ListedCall?> CallForClosing(this Db db, Viewer viewer, Id<Call> id, DateTime now) =>
        await db.CallForReading(viewer, id, now) is { } call && (call.IsBy(viewer) || viewer.Here.IsSteward) ? call : null;

    /// <summary>Those who said they can, in the order in which they did; for the caller alone.</summary>
    public static Task<List<Helper>> HelpersFor(this Db db, Viewer viewer, Id<Call> id)
    {
        var aside = viewer.Me.SetAside.Where(a => a.In == viewer.Here.Id).Select(a => a.Other).ToList();
        return (
            from a in db.The<CallAnswer>()
            join m in db.MembershipsOf(viewer.Here.Id) on a.PersonId equals m.PersonId
            join p in db.The<Person>() on m.PersonId equals p.Id
            join actor in db.The<Actor>() on p.ActorId equals actor.Id
            where a.CallId == id && a.CanAt != null && !aside.Contains(actor.Id)
            orderby a.CanAt, a.PersonId
            select new Helper(p.Id, actor.Id.Value, actor.Name, a.Line)).Take(MostHelpers).ToListAsync();
    }

    /// <summary>Whoever calls, while they are here.</summary>
    internal static Task<Caller?> CallerOf(this Db db, Call call) => (
        from m in db.MembershipsOf(call.CommunityId)
        join p in db.The<Person>() on m.PersonId equals p.Id
        join a in db.The<Actor>() on p.ActorId equals a.Id
        where p.ActorId == call.CallerId
        select new Caller(p.Id, a.Name)).SingleOrDefaultAsync();

    /// <summary>How many this person called lately.</summary>
    internal static Task<int> CallsSince(this Db db, Viewer viewer, DateTime since)
    {
        var (me, community) = (viewer.Me.ActorId, viewer.Here.Id);
        return db.The<Thing>().CountAsync(t => t.CommunityId == community && t.Kind == ThingKind.Call && t.AuthorId == me && t.CreatedAt > since);
    }

    private static IQueryable<ListedCall> Listed(this Db db, Viewer viewer, IQueryable<Call> which)
    {
        var (community, me) = (viewer.Here.Id, viewer.Me.PersonId);
        var aside = viewer.Me.SetAside.Where(a => a.In == community).Select(a => a.Other).ToList();
        return (
            from c in which
            join p in db.The<Person>() on c.CallerId equals p.ActorId
            join a in db.The<Actor>() on c.CallerId equals a.Id
            where c.CommunityId == community && !aside.Contains(c.CallerId)
                && db.The<Thing>().Any(t => t.Id == c.Id.As<Thing>() && t.DeletedAt == null)
                && db.The<Membership>().Any(m => m.CommunityId == community && m.PersonId == p.Id && m.LeftAt == null)
            orderby c.EndsAt, c.Id
            select new ListedCall(c, a.Name, p.Id) { CanAt = db.The<CallAnswer>().Where(x => x.CallId == c.Id && x.PersonId == me).Select(x => x.CanAt).FirstOrDefault() }).AsNoTracking();
    }
}
