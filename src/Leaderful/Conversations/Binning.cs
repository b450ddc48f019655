using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>Into the bin and out of it, whatever kind of thing it is; what else follows from it is its room's.</summary>
internal static class Binning
{
    /// <summary>Taken down, with thirty days until it is emptied by this work; nothing where it is there already.</summary>
    public static async Task<Thing?> PutInBin(this Unit unit, Id<Actor> by, Id<Thing> id, string purge)
    {
        var thing = await unit.ThingOf(id);
        if (thing.IsDeleted) return null;
        thing.Delete(by, unit.Now);
        unit.Enqueue(purge, id.Value, Bin.EmptiedAt(unit.Now));
        return thing;
    }

    /// <summary>It stands again; nothing where the thirty days are over.</summary>
    public static async Task<Thing?> TakeFromBin(this Unit unit, Id<Thing> id)
    {
        var thing = await unit.ThingOf(id);
        if (Bin.IsEmptied(thing.DeletedAt, unit.Now)) return null;
        thing.Restore();
        return thing;
    }

    public static Task<Thing> ThingOf(this Unit unit, Id<Thing> id) => unit.Db.The<Thing>().AsTracking().SingleAsync(t => t.Id == id);
}
