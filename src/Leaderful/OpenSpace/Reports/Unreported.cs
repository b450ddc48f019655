using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace.Wall;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Reports;

/// <summary>A session that is on the wall and of which nobody has written yet.</summary>
public sealed record UnreportedSession(Topic Topic, Slot Slot, Gathering Gathering)
{
    /// <summary>When it is over, wherever one reads this.</summary>
    public DateTime OverAt => WallClock.Utc(Unreported.OverAt(Slot, Topic.OverrunAt is not null), Gathering.Zone);
}

/// <summary>Sessions that are over and have no report: a word to whoever called them, for a while, and no more.</summary>
public static class Unreported
{
    /// <summary>So long it is said; what was not written by then rests.</summary>
    public static readonly TimeSpan Said = TimeSpan.FromDays(7);

    /// <summary>What runs on takes its time.</summary>
    private static readonly TimeSpan Overrun = TimeSpan.FromHours(1);

    public static DateTime OverAt(Slot slot, bool runsOn) => runsOn ? slot.Ends + Overrun : slot.Ends;

    /// <summary>What this reader called, by the clock of the place.</summary>
    public static IReadOnlyList<Slip> UnreportedOf(this Board board, Id<Actor> reader, DateTime local) =>
        [.. board.Slips.Where(s => s.ConvenerId == reader && s.Stands && !s.HasReport && board.Hangs(s) && IsSaid(OverAt(board.Slot(s)!, s.RunsOn), local))];

    public static bool IsSaid(DateTime over, DateTime now) => over <= now && now < over + Said;

    /// <summary>Of one person in one community.</summary>
    public static async Task<IReadOnlyList<UnreportedSession>> ToReport(this Db db, Session me, Here here, DateTime now)
    {
        var (actor, scopes, community, since) = (me.ActorId, me.Scopes, here.Id, DateOnly.FromDateTime(now - Said).AddDays(-2));
        var own = db.The<Topic>().Where(t => t.CommunityId == community
            && db.The<Actor>().Any(a => a.Id == t.ConvenerId && (a.Id == actor || a.ClaimedById == actor))
            && db.The<Thing>().Any(x => x.Id == t.Id.As<Thing>() && scopes.Contains(x.ScopeId)));
        return [.. (await db.WithoutReport(db.OnOpened(own), since).ToListAsync()).Where(s => IsSaid(s.OverAt, now)).OrderBy(s => s.OverAt)];
    }

    /// <summary>What hangs on a wall that was never opened did not take place.</summary>
    internal static IQueryable<Topic> OnOpened(this Db db, IQueryable<Topic> topics) =>
        topics.Where(t => db.The<Space>().Any(x => x.Id == t.SpaceId && x.Stage != Stage.Draft && x.Stage != Stage.Invited));

    /// <summary>Those of the topics that stand on a wall which people see, at a time and a place that are there.</summary>
    internal static IQueryable<UnreportedSession> WithoutReport(this Db db, IQueryable<Topic> topics, DateOnly since) =>
        from t in topics
        join s in db.The<Slot>() on t.SlotId equals (Id<Slot>?)s.Id
        join g in db.The<Gathering>() on t.SpaceId.As<Gathering>() equals g.Id
        where t.RetiredAt == null && t.MergedIntoId == null && s.RemovedAt == null && s.Kind == SlotKind.Sessions && s.Day >= since && g.CancelledAt == null
            && db.The<Place>().Any(p => p.Id == t.PlaceId && p.RemovedAt == null)
            && db.The<Thing>().Any(x => x.Id == t.Id.As<Thing>() && x.DeletedAt == null) && db.The<Thing>().Any(x => x.Id == g.Id.As<Thing>() && x.DeletedAt == null)
            && !db.The<SessionReport>().Any(r => r.Id == t.Id.As<SessionReport>())
        select new UnreportedSession(t, s, g);
}
