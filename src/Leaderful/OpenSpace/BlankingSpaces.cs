using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace.Bringing;
using Leaderful.OpenSpace.Convergence;
using Leaderful.OpenSpace.Debriefs;
using Leaderful.OpenSpace.Preparing;
using Leaderful.OpenSpace.Reviews;
using Leaderful.OpenSpace.Wall;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace;

public static class BlankingSpaces
{
    /// <summary>With a gathering's words go those of its space; who held it, and that it took place, stay.</summary>
    internal static async Task BlankSpaces(this Unit unit, IReadOnlyCollection<Id<Gathering>> gatherings)
    {
        var (db, spaces, leeways) = (unit.Db, gatherings.Select(g => g.As<Space>()).ToList(), gatherings.Select(g => g.As<Leeway>()).ToList());
        await unit.Blank(db.The<Topic>().Where(t => spaces.Contains(t.SpaceId)));
        await unit.BlankReviews(gatherings);
        await unit.BlankDebriefs(gatherings);
        await db.The<PreparingAnswer>().Where(a => spaces.Contains(a.SpaceId)).ExecuteDeleteAsync();
        await db.The<ChecklistTick>().Where(t => spaces.Contains(t.SpaceId)).ExecuteDeleteAsync();
        await db.The<Leeway>().Where(l => leeways.Contains(l.Id)).ExecuteDeleteAsync();
        await db.The<GivenAsking>().Where(a => spaces.Contains(a.SpaceId)).ExecuteDeleteAsync();
        await db.The<GivenAnswer>().Where(a => spaces.Contains(a.SpaceId)).ExecuteDeleteAsync();
        await db.The<Given>().Where(g => spaces.Contains(g.SpaceId)).ExecuteDeleteAsync();
        await db.The<Pledge>().Where(p => spaces.Contains(p.SpaceId)).ExecuteDeleteAsync();
        await db.The<TopicDots>().Where(d => spaces.Contains(d.SpaceId)).ExecuteDeleteAsync();
        await db.The<DotRound>().Where(r => spaces.Contains(r.SpaceId)).ExecuteDeleteAsync();
        await db.The<BroughtAgenda>().Where(a => spaces.Contains(a.SpaceId)).ExecuteDeleteAsync();
    }
}
