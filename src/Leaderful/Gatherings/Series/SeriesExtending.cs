using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings.Series;

/// <summary>Every month those are made that have come within a year.</summary>
public sealed class SeriesExtending(Writes writes) : IOutboxHandler
{
    public const string KindOfWork = "series.extend";

    public string Kind => KindOfWork;

    public async Task Handle(OutboxRow row, CancellationToken stop)
    {
        if (row.Subject is { } subject) await writes.Do(unit => Extend(unit, new Id<GatheringSeries>(subject)), stop);
    }

    private static async Task Extend(Unit unit, Id<GatheringSeries> id)
    {
        if (await unit.Db.The<GatheringSeries>().AsTracking().SingleOrDefaultAsync(s => s.Id == id) is { } series) await unit.Extend(series);
    }
}
