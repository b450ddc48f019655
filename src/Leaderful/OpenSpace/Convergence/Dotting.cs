using Leaderful.Data;
using Leaderful.OpenSpace.Preparing;
using Leaderful.OpenSpace.Wall;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Convergence;

/// <summary>
/// Dots on topics. Each change holds the space until its commit, so that nobody has more than theirs, in however many windows they put
/// them. Who put which is in no journal.
/// </summary>
public static class Dotting
{
    /// <summary>False where there is a round already: it is gone on with, not begun again.</summary>
    public static async Task<bool> BeginDots(this Unit unit, Id<Actor> by, Id<Space> id, int each)
    {
        if (await unit.HoldFrame(id) is not { } space || await unit.Db.The<DotRound>().AnyAsync(r => r.SpaceId == id)) return false;
        unit.Db.Add(new DotRound { SpaceId = id, CommunityId = space.CommunityId, Each = each, BegunById = by, BegunAt = unit.Now });
        unit.Journal(by, "dots.begun", id.Value, space.CommunityId, inverse: "dots.withdrawn");
        return true;
    }

    /// <summary>As though it had not begun; false once somebody has put a dot, then it can only end.</summary>
    public static async Task<bool> WithdrawDots(this Unit unit, Id<Actor> by, Id<Space> id)
    {
        if (await unit.HoldRound(id) is not { } round || await unit.Db.The<TopicDots>().AnyAsync(d => d.SpaceId == id)) return false;
        unit.Db.Remove(round);
        unit.Journal(by, "dots.withdrawn", id.Value, round.CommunityId);
        return true;
    }

    public static async Task<bool> EndDots(this Unit unit, Id<Actor> by, Id<Space> id)
    {
        if (await unit.HoldRound(id) is not { } round) return false;
        if (round.EndedAt is null) round.End(by, unit.Now);
        unit.Journal(by, "dots.ended", id.Value, round.CommunityId, inverse: "dots.went-on");
        return true;
    }

    public static async Task<bool> GoOnWithDots(this Unit unit, Id<Actor> by, Id<Space> id)
    {
        if (await unit.HoldRound(id) is not { } round) return false;
        round.GoOn();
        unit.Journal(by, "dots.went-on", id.Value, round.CommunityId, inverse: "dots.ended");
        return true;
    }

    /// <summary>One more dot of theirs; false where all are put, the round is not open, or the topic does not stand for itself.</summary>
    public static async Task<bool> PutDot(this Unit unit, Id<Actor> by, Id<Space> id, Id<Topic> topic)
    {
        if (await unit.HoldRound(id) is not { EndedAt: null } round || !await unit.MayBear(id, topic)) return false;
        var mine = await unit.Db.DotsOf(by, id).AsTracking().ToListAsync();
        if (mine.Sum(d => d.Count) >= round.Each) return false;
        if (mine.Find(d => d.TopicId == topic && d.ActorId == by) is { } dots) dots.Count++;
        else unit.Db.Add(new TopicDots { TopicId = topic, ActorId = by, SpaceId = id, CommunityId = round.CommunityId, Count = 1 });
        return true;
    }

    /// <summary>One of their dots back, also from what was joined to the topic since.</summary>
    public static async Task<bool> TakeDot(this Unit unit, Id<Actor> by, Id<Space> id, Id<Topic> topic)
    {
        if (await unit.HoldRound(id) is not { EndedAt: null }) return false;
        var here = await unit.Db.The<Topic>().Where(t => t.Id == topic || t.MergedIntoId == topic).Select(t => t.Id).ToListAsync();
        var mine = await unit.Db.DotsOf(by, id).AsTracking().Where(d => here.Contains(d.TopicId)).ToListAsync();
        if ((mine.Find(d => d.TopicId == topic) ?? mine.FirstOrDefault()) is not { } dots) return false;
        if (--dots.Count == 0) unit.Db.Remove(dots);
        return true;
    }

    private static async Task<DotRound?> HoldRound(this Unit unit, Id<Space> id) =>
        await unit.HoldFrame(id) is null ? null : await unit.Db.The<DotRound>().AsTracking().SingleOrDefaultAsync(r => r.SpaceId == id);

    private static Task<bool> MayBear(this Unit unit, Id<Space> id, Id<Topic> topic) => (
        from p in unit.Db.The<Topic>()
        join t in unit.Db.The<Thing>() on p.Id.As<Thing>() equals t.Id
        where p.Id == topic && p.SpaceId == id && p.MergedIntoId == null && t.DeletedAt == null
        select p.Id).AnyAsync();
}
