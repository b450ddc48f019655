using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings.Handouts;

/// <summary>Thirty days after a file was taken off it goes; one that was put back meanwhile, or taken off again, is not due.</summary>
public sealed class HandoutPurging(Writes writes) : IOutboxHandler
{
    public const string KindOfWork = "handout.purge";

    public string Kind => KindOfWork;

    public Task Handle(OutboxRow row, CancellationToken stop) => row.Subject is not { } subject ? Task.CompletedTask : writes.Do(unit => Purge(unit, new Id<Attachment>(subject)), stop);

    private static Task Purge(Unit unit, Id<Attachment> id)
    {
        var emptied = unit.Now - Bin.Keeps;
        return unit.DropFiles(unit.Db.The<Attachment>().Where(a => a.Id == id && a.TakenOffAt <= emptied));
    }
}

public static class ErasingHandouts
{
    /// <summary>What these actors brought goes with their words.</summary>
    internal static async Task EraseHandouts(this Unit unit, IReadOnlyCollection<Id<Actor>> actors)
    {
        var theirs = unit.Db.The<Attachment>().Where(a => a.BroughtById != null && actors.Contains(a.BroughtById.Value));
        var at = await unit.Db.The<Gathering>().Where(g => theirs.Any(a => a.ThingId == g.Id.As<Thing>() && a.TakenOffAt == null)).OrderBy(g => g.Id).Select(g => g.Id).ToListAsync();
        foreach (var id in at) await unit.Mark(id);
        await unit.DropFiles(theirs);
    }

    internal static Task DropHandouts(this Unit unit, IReadOnlyCollection<Id<Gathering>> gatherings)
    {
        var things = gatherings.Select(g => g.As<Thing>()).ToList();
        return unit.DropFiles(unit.Db.The<Attachment>().Where(a => things.Contains(a.ThingId)));
    }
}
