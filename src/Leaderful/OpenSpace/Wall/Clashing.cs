using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Wall;

/// <summary>A change of one topic shows on others at its time whose convener is the same: those are drawn anew with it, and no others.</summary>
internal static class Clashing
{
    internal static ClashSpot Spot(this Topic topic) => new(topic.SlotId, Slip.KeyOf(topic.ConvenerId, topic.Convener));

    internal static async Task TouchClashes(this Unit unit, Topic changed, long version, ClashSpot before)
    {
        var after = changed.Spot();
        var others = await unit.Db.The<Topic>().AsTracking()
            .Where(t => t.SpaceId == changed.SpaceId && t.Id != changed.Id && t.SlotId != null && (t.SlotId == before.Slot || t.SlotId == after.Slot)).ToListAsync();
        foreach (var other in others.Where(o => o.Spot() == before || o.Spot() == after)) other.Version = version;
    }
}

/// <summary>At which time whom somebody meets as convener.</summary>
internal sealed record ClashSpot(Id<Slot>? Slot, string Key);
