using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Gatherings.Handouts;
using Leaderful.Gatherings.Invitations;
using Leaderful.OpenSpace;
using Leaderful.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings;

/// <summary>Thirty days after a gathering was taken down its words go, and who said they would come.</summary>
public sealed class GatheringPurging(Writes writes) : PurgeWork<Gathering>(writes)
{
    public const string KindOfWork = "gathering.purge";

    public override string Kind => KindOfWork;

    protected override Task Purge(Unit unit, Id<Gathering> id) => unit.Blank(unit.Db.The<Gathering>().Where(g => g.Id == id));
}

public static class BlankingGatherings
{
    /// <summary>What was written of them goes.</summary>
    internal static async Task Blank(this Unit unit, IQueryable<Gathering> which)
    {
        var gatherings = await which.AsTracking().ToListAsync();
        foreach (var gathering in gatherings) gathering.Blank();
        var ids = gatherings.ConvertAll(g => g.Id);
        await unit.BlankSpaces(ids);
        await unit.DropHandouts(ids);
        await unit.BlankRoundsOn(ids.ConvertAll(g => g.As<Thing>()));
        await unit.Db.The<GatheringInvitation>().Where(i => ids.Contains(i.GatheringId)).ExecuteDeleteAsync();
        await unit.Db.The<GatheringAnswer>().Where(a => ids.Contains(a.GatheringId)).ExecuteDeleteAsync();
    }
}
