using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Gatherings.Invitations;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Wall;
using Leaderful.OpenSpace.Preparing;
using Leaderful.OpenSpace.Debriefs;
using Leaderful.OpenSpace.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings;

/// <summary>Thirty days after a gathering was taken down its words go, and who said they would come.</summary>
public sealed class GatheringPurging(Writes writes) : IOutboxHandler
{
    public const string KindOfWork = "gathering.purge";

    public string Kind => KindOfWork;

    public Task Handle(OutboxRow row, CancellationToken stop) =>
        row.Subject is { } gathering ? writes.Do(unit => Purge(unit, new Id<Gathering>(gathering)), stop) : Task.CompletedTask;

    private static async Task Purge(Unit unit, Id<Gathering> id)
    {
        if (await unit.IsDue(id.As<Thing>())) await unit.Blank(unit.Db.The<Gathering>().Where(g => g.Id == id));
    }
}

public static class BlankingGatherings
{
    /// <summary>What was written of them goes.</summary>
    internal static async Task Blank(this Unit unit, IQueryable<Gathering> which)
    {
        var gatherings = await which.AsTracking().ToListAsync();
        foreach (var gathering in gatherings) gathering.Blank();
        var ids = gatherings.ConvertAll(g => g.Id);
        var spaces = ids.ConvertAll(g => g.As<Space>());
        await unit.Blank(unit.Db.The<Topic>().Where(t => spaces.Contains(t.SpaceId)));
        await unit.BlankReviews(ids);
        await unit.BlankDebriefs(ids);
        await unit.BlankSpaces(ids);
        await unit.Db.The<GatheringInvitation>().Where(i => ids.Contains(i.GatheringId)).ExecuteDeleteAsync();
        await unit.Db.The<GatheringAnswer>().Where(a => ids.Contains(a.GatheringId)).ExecuteDeleteAsync();
    }
}
