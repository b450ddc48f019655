using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace.Preparing;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Reviews;

/// <summary>What whoever holds the space says of a promise by name.</summary>
public static class Noting
{
    /// <summary>A member's pledge is a commitment, of which they speak themselves.</summary>
    public static async Task<Id<PledgeNote>?> NotePledge(this Unit unit, Id<Actor> by, Id<Space> id, Id<Pledge> which, PledgeNoteKind kind, string line)
    {
        if (await unit.HoldFrame(id) is null || await unit.Db.The<Pledge>().SingleOrDefaultAsync(p => p.Id == which && p.SpaceId == id && p.RemovedAt == null && p.CommitmentId == null) is not { } pledge) return null;
        var note = new PledgeNote { Id = Id<PledgeNote>.New(), PledgeId = which, CommunityId = pledge.CommunityId, Kind = kind, Line = line, WrittenById = by, WrittenAt = unit.Now };
        unit.Db.Add(note);
        unit.Journal(by, "pledge.noted", which.Value, pledge.CommunityId, inverse: "pledge.unnoted");
        return note.Id;
    }

    public static async Task<bool> UnnotePledge(this Unit unit, Id<Actor> by, Id<Space> id, Id<PledgeNote> which)
    {
        if (await unit.HoldFrame(id) is null || await unit.Db.The<PledgeNote>().AsTracking().SingleOrDefaultAsync(n => n.Id == which && unit.Db.The<Pledge>().Any(p => p.Id == n.PledgeId && p.SpaceId == id)) is not { } note) return false;
        unit.Db.Remove(note);
        unit.Journal(by, "pledge.unnoted", note.PledgeId.Value, note.CommunityId);
        return true;
    }

    /// <summary>What these actors said of others' promises goes, and what was said of promises that go with them.</summary>
    internal static Task EraseReviews(this Unit unit, IReadOnlyCollection<Id<Actor>> actors) => unit.Db.The<PledgeNote>()
        .Where(n => actors.Contains(n.WrittenById) || unit.Db.The<Pledge>().Any(p => p.Id == n.PledgeId && actors.Contains(p.WrittenById))).ExecuteDeleteAsync();

    internal static Task BlankReviews(this Unit unit, IReadOnlyCollection<Id<Gathering>> gatherings)
    {
        var spaces = gatherings.Select(g => g.As<Space>()).ToList();
        return unit.Db.The<PledgeNote>().Where(n => unit.Db.The<Pledge>().Any(p => p.Id == n.PledgeId && spaces.Contains(p.SpaceId))).ExecuteDeleteAsync();
    }
}
