using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Gatherings.Handouts;
using Leaderful.Search;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings;

public static class ErasingGatherings
{
    /// <summary>
    /// What these actors called and nobody else comes to or brought something to goes, as though it had never been called. Where others did, or a circle hosts it,
    /// the title, the time and the place are theirs too and stay; what was written about it goes, unless the circle's.
    /// </summary>
    internal static async Task EraseGatherings(this Unit unit, IReadOnlyCollection<Id<Actor>> actors)
    {
        var db = unit.Db;
        await unit.EraseHandouts(actors);
        await db.The<Gathering>().Where(g => g.CancelledById != null && actors.Contains(g.CancelledById.Value)).ExecuteUpdateAsync(g => g.SetProperty(x => x.CancelReason, ""));
        var own = await (
            from g in db.The<Gathering>()
            join t in db.The<Thing>() on g.Id.As<Thing>() equals t.Id
            where actors.Contains(t.AuthorId) && g.CircleId == null
            let brought = db.The<Attachment>().Any(f => f.ThingId == t.Id && f.BroughtById != null && !actors.Contains(f.BroughtById.Value) && f.TakenOffAt == null)
            select new { g.Id, IsOthersToo = brought || db.The<GatheringAnswer>().Any(a => a.GatheringId == g.Id && !actors.Contains(a.ActorId) && (a.WasThereAt != null || a.Coming == Coming.Yes || a.Coming == Coming.Maybe)) }).ToListAsync();
        if (own.Count == 0) return;
        var (theirs, shared) = (own.Where(g => !g.IsOthersToo).Select(g => g.Id).ToList(), own.Where(g => g.IsOthersToo).Select(g => g.Id).ToList());
        await unit.Blank(db.The<Gathering>().Where(g => theirs.Contains(g.Id)));
        foreach (var gathering in await db.The<Gathering>().AsTracking().Where(g => shared.Contains(g.Id)).ToListAsync()) gathering.Silence();
        var things = theirs.ConvertAll(g => g.As<Thing>());
        await unit.TakeDown(db.The<Thing>().Where(t => things.Contains(t.Id)));
        unit.Reindex([.. own.Select(g => g.Id.As<Thing>())]);
    }
}
