using Leaderful.Data;
using Leaderful.OpenSpace.Wall;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Convergence;

/// <summary>The dots of a space as one reader finds them: their own, and what everybody's come to on each topic.</summary>
public sealed record Energy(DotRound? Round, IReadOnlyDictionary<Id<Topic>, int> Mine, IReadOnlyDictionary<Id<Topic>, int> All)
{
    public int Left => Math.Max(0, (Round?.Each ?? 0) - Mine.Values.Sum());
}

public static class DotQueries
{
    public static async Task<Energy> EnergyOf(this Db db, Id<Space> id, Id<Actor> reader)
    {
        var round = await db.The<DotRound>().SingleOrDefaultAsync(r => r.SpaceId == id);
        if (round is null) return new Energy(null, new Dictionary<Id<Topic>, int>(), new Dictionary<Id<Topic>, int>());
        var mine = await db.DotsOf(reader, id).GroupBy(d => d.TopicId).Select(g => new { g.Key, Sum = g.Sum(d => d.Count) }).ToDictionaryAsync(g => g.Key, g => g.Sum);
        var all = await db.The<TopicDots>().Where(d => d.SpaceId == id).GroupBy(d => d.TopicId).Select(g => new { g.Key, Sum = g.Sum(d => d.Count) }).ToDictionaryAsync(g => g.Key, g => g.Sum);
        return new Energy(round, mine, all);
    }

    /// <summary>Somebody's dots in a space, with those they put as a guest before they said who they are.</summary>
    internal static IQueryable<TopicDots> DotsOf(this Db db, Id<Actor> who, Id<Space> id) =>
        db.The<TopicDots>().Where(d => d.SpaceId == id && (d.ActorId == who || db.The<Actor>().Any(a => a.Id == d.ActorId && a.ClaimedById == who)));

    /// <summary>With an account go its dots.</summary>
    internal static Task<int> ForgetDots(this Db db, Id<Actor> who) =>
        db.The<TopicDots>().Where(d => d.ActorId == who || db.The<Actor>().Any(a => a.Id == d.ActorId && a.ClaimedById == who)).ExecuteDeleteAsync();
}
