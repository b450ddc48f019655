using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings.Handouts;

/// <summary>Files that whoever sees a gathering brings to it: hand-outs, slides, what stood on the flip charts.</summary>
public static class HandingOut
{
    public const int Most = 200;

    /// <summary>What came of them: none where they are too many; what somebody sends a second time is there once.</summary>
    public static async Task<IReadOnlyList<Id<Attachment>>?> BringHandouts(this Unit unit, Id<Actor> by, Id<Community> community, Id<Gathering> id, IReadOnlyList<KeptFile> files)
    {
        // So that of two who bring something at once the second is numbered after the first.
        await unit.Mark(id);
        var there = await unit.Db.The<Attachment>().Where(a => a.ThingId == id.As<Thing>()).Select(a => new { a.Number, a.FileName, a.Sha256, a.BroughtById, a.TakenOffAt }).ToListAsync();
        var fresh = files.Where(f => !there.Exists(t => t.BroughtById == by && t.TakenOffAt == null && t.FileName == f.FileName && t.Sha256.AsSpan().SequenceEqual(f.Sha256))).ToList();
        if (there.Count(t => t.TakenOffAt == null) + fresh.Count > Most) return null;
        await unit.AttachBy(by, community, id.As<Thing>(), fresh, there.Select(t => t.Number).DefaultIfEmpty().Max() + 1);
        foreach (var file in fresh) unit.Journal(by, "handout.brought", file.Id.Value, community, inverse: "handout.taken-off");
        return fresh.ConvertAll(f => f.Id);
    }

    public static async Task TakeOffHandout(this Unit unit, Id<Actor> by, Id<Attachment> id)
    {
        if (await unit.FindHandout(id) is not { TakenOffAt: null } file) return;
        file.TakeOff(by, unit.Now);
        await unit.Mark(file.ThingId.As<Gathering>());
        unit.Journal(by, "handout.taken-off", id.Value, file.CommunityId, inverse: "handout.put-back");
        unit.Enqueue(HandoutPurging.KindOfWork, id.Value, Bin.EmptiedAt(unit.Now));
    }

    /// <summary>Nothing where the thirty days are over; false where the gathering holds as many as it can meanwhile.</summary>
    public static async Task<bool?> PutBackHandout(this Unit unit, Id<Actor> by, Id<Attachment> id)
    {
        if (await unit.FindHandout(id) is not { TakenOffAt: not null } file || Bin.IsEmptied(file.TakenOffAt, unit.Now)) return null;
        await unit.Mark(file.ThingId.As<Gathering>());
        if (await unit.Db.The<Attachment>().CountAsync(a => a.ThingId == file.ThingId && a.TakenOffAt == null) >= Most) return false;
        file.PutBack();
        unit.Journal(by, "handout.put-back", id.Value, file.CommunityId, inverse: "handout.taken-off");
        return true;
    }

    private static Task<Attachment?> FindHandout(this Unit unit, Id<Attachment> id) => unit.Db.The<Attachment>().AsTracking().SingleOrDefaultAsync(a => a.Id == id);
}
