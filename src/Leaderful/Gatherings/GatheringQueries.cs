using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Gatherings.Invitations;
using Leaderful.Gatherings.Series;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings;

/// <summary>A line of the calendar.</summary>
public sealed record ListedGathering(
    Id<Gathering> Id, Id<Community> CommunityId, GatheringKind Kind, string Title, DateTime? StartsAt, DateTime? EndsAt, string Zone, string Place, bool HasLink, string? Circle, DateTime? CancelledAt, string CancelReason, bool ComesAgain, Coming? Mine);

/// <summary>Those I said I would come to, those of my circles, or all I may see.</summary>
public enum Whose { All, Circles, Mine }

/// <summary>Somebody who answered.</summary>
public sealed record Answered(Id<Actor> ActorId, string Name, Coming? Coming, DateTime? WasThereAt);

public static class GatheringQueries
{
    public const int Most = 200;
    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    /// <summary>What is still to come, the next first, of a series only the next; what has no time yet comes last.</summary>
    public static Task<List<ListedGathering>> Coming(this Db db, Session me, Here here, Whose whose, DateTime now, int most) =>
        db.Of(me, whose).Where(g => g.CommunityId == here.Id && (g.EndsAt == null || g.EndsAt > now)).NextOnly(db, whose, now)
            .OrderBy(g => g.StartsAt == null).ThenBy(g => g.StartsAt).ThenBy(g => g.Id).Take(most).Listed(db, me).ToListAsync();

    /// <summary>What has been, the latest first.</summary>
    public static Task<List<ListedGathering>> Past(this Db db, Session me, Here here, Whose whose, DateTime before, int most) =>
        db.Of(me, whose).Where(g => g.CommunityId == here.Id && g.EndsAt <= before)
            .OrderByDescending(g => g.EndsAt).ThenByDescending(g => g.Id).Take(most).Listed(db, me).ToListAsync();

    /// <summary>The next that somebody comes to, or may come to, in these communities.</summary>
    public static Task<List<ListedGathering>> NextOf(this Db db, Session me, IReadOnlyList<Id<Community>> communities, DateTime now, int most) =>
        db.Of(me, Whose.Mine).Where(g => communities.Contains(g.CommunityId) && g.EndsAt > now)
            .OrderBy(g => g.StartsAt).Take(most).Listed(db, me).ToListAsync();

    /// <summary>Soon, and not answered yet: what a circle of theirs hosts, and what they were written to about.</summary>
    public static Task<List<ListedGathering>> AskedOf(this Db db, Session me, IReadOnlyList<Id<Community>> communities, DateTime now, int most)
    {
        var (circles, actor, person, soon) = (me.Circles.Select(c => (Id<Circle>?)c.Id).ToList(), me.ActorId, me.PersonId, now + Soon);
        return db.Of(me, Whose.All).Where(g => communities.Contains(g.CommunityId) && g.EndsAt > now && g.StartsAt < soon && g.CancelledAt == null
                && !db.The<GatheringAnswer>().Any(a => a.GatheringId == g.Id && a.ActorId == actor && a.Coming != null)
                && (circles.Contains(g.CircleId) || db.The<GatheringInvitation>().Any(i => i.GatheringId == g.Id && i.PersonId == person)))
            .NextOnly(db, Whose.All, now).OrderBy(g => g.StartsAt).Take(most).Listed(db, me).ToListAsync();
    }

    /// <summary>Those a circle hosts that are still to come.</summary>
    public static Task<List<ListedGathering>> HostedBy(this Db db, Session me, Id<Circle> circle, DateTime now, int most) =>
        db.Of(me, Whose.All).Where(g => g.CircleId == circle && (g.EndsAt == null || g.EndsAt > now)).NextOnly(db, Whose.All, now)
            .OrderBy(g => g.StartsAt == null).ThenBy(g => g.StartsAt).Take(most).Listed(db, me).ToListAsync();

    /// <summary>Whole, for a calendar elsewhere: what has a time, and did not end long ago.</summary>
    public static Task<List<Gathering>> GatheringsOf(this Db db, Session me, Whose whose, IReadOnlyList<Id<Community>> communities, DateTime since, int most) =>
        db.Of(me, whose).Where(g => communities.Contains(g.CommunityId) && g.EndsAt > since).OrderBy(g => g.StartsAt).Take(most).AsNoTracking().ToListAsync();

    /// <summary>Of whoever has left the community nothing is said while they are away.</summary>
    public static Task<List<Answered>> AnswersTo(this Db db, Id<Gathering> id) => (
        from x in db.The<GatheringAnswer>()
        join a in db.The<Actor>() on x.ActorId equals a.Id
        where x.GatheringId == id && (x.Coming != null || x.WasThereAt != null)
            && (a.PersonId == null || db.The<Membership>().Any(m => m.CommunityId == x.CommunityId && m.PersonId == a.PersonId && m.LeftAt == null))
        orderby a.Name, a.Id
        select new Answered(a.Id, a.Name, x.Coming, x.WasThereAt)).ToListAsync();

    /// <summary>Gatherings taken down that this person may put back.</summary>
    public static async Task<List<BinItem>> GatheringsInBin(this Db db, Session me, Here here, DateTime since)
    {
        var (actor, scopes, circles) = (me.ActorId, me.Scopes, me.Circles.Select(c => (Id<Circle>?)c.Id).ToList());
        var found = await (
            from g in db.The<Gathering>()
            join t in db.The<Thing>() on g.Id.As<Thing>() equals t.Id
            where g.CommunityId == here.Id && scopes.Contains(t.ScopeId) && t.DeletedAt > since
                && (t.DeletedById == actor || t.AuthorId == actor || here.IsSteward || circles.Contains(g.CircleId))
            orderby t.DeletedAt descending
            select new { g.Id, g.Title, At = t.DeletedAt!.Value }).ToListAsync();
        return found.ConvertAll(g => new BinItem(default, null, g.Title, "", "", g.At) { Gathering = g.Id });
    }

    /// <summary>Others of a series, the next first, and of those it goes on from or that go on from it.</summary>
    public static Task<List<ListedGathering>> OthersOf(this Db db, Session me, Id<GatheringSeries> series, Id<Gathering> but, DateTime now, int most) =>
        db.Of(me, Whose.All).Where(g => db.The<GatheringSeries>().Any(s => s.Id == g.SeriesId && db.The<GatheringSeries>().Any(m => m.Id == series && (m.FirstId ?? m.Id) == (s.FirstId ?? s.Id))) && g.Id != but && g.EndsAt > now).OrderBy(g => g.StartsAt).Take(most).Listed(db, me).ToListAsync();

    /// <summary>What somebody said they come to is there each time.</summary>
    private static IQueryable<Gathering> NextOnly(this IQueryable<Gathering> gatherings, Db db, Whose whose, DateTime now) => whose == Whose.Mine ? gatherings : gatherings.Where(g => g.SeriesId == null
        || !db.The<Gathering>().Any(e => e.SeriesId == g.SeriesId && e.SeriesDay < g.SeriesDay && e.EndsAt > now && e.CancelledAt == null && db.The<Thing>().Any(t => t.Id == e.Id.As<Thing>() && t.DeletedAt == null)));

    /// <summary>What stands, on a rung this person reads.</summary>
    private static IQueryable<Gathering> Of(this Db db, Session me, Whose whose)
    {
        var (scopes, actor, circles) = (me.Scopes, me.ActorId, me.Circles.Select(c => (Id<Circle>?)c.Id).ToList());
        var seen = db.The<Gathering>().Where(g => db.The<Thing>().Any(t => t.Id == g.Id.As<Thing>() && t.DeletedAt == null && scopes.Contains(t.ScopeId)));
        return whose switch
        {
            Whose.Mine => seen.Where(g => db.The<GatheringAnswer>().Any(a => a.GatheringId == g.Id && a.ActorId == actor && (a.Coming == Gatherings.Coming.Yes || a.Coming == Gatherings.Coming.Maybe))),
            Whose.Circles => seen.Where(g => circles.Contains(g.CircleId)),
            _ => seen,
        };
    }

    private static IQueryable<ListedGathering> Listed(this IQueryable<Gathering> gatherings, Db db, Session me)
    {
        var actor = me.ActorId;
        return gatherings.Select(g => new ListedGathering(
            g.Id, g.CommunityId, g.Kind, g.Title, g.StartsAt, g.EndsAt, g.Zone, g.Place, g.Link != "", db.The<Circle>().Where(c => c.Id == g.CircleId).Select(c => c.Name).FirstOrDefault(), g.CancelledAt, g.CancelReason, g.SeriesId != null,
            db.The<GatheringAnswer>().Where(a => a.GatheringId == g.Id && a.ActorId == actor).Select(a => a.Coming).FirstOrDefault()));
    }
}
