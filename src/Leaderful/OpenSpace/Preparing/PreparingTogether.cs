using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>What those who prepare write together, and what they see to.</summary>
public static class PreparingTogether
{
    /// <summary>Taken back to nothing, the question is open again.</summary>
    public static async Task AnswerPreparing(this Unit unit, Id<Actor> by, Id<Space> id, string key, string text)
    {
        if (await unit.HoldFrame(id) is not { } space) return;
        var answer = await unit.Db.The<PreparingAnswer>().AsTracking().SingleOrDefaultAsync(a => a.SpaceId == id && a.Key == key);
        if ((answer?.Text ?? "") == text) return;
        if (answer is null) unit.Db.Add(answer = new PreparingAnswer { Id = Id<PreparingAnswer>.New(), SpaceId = id, CommunityId = space.CommunityId, Key = key });
        answer.Write(text, by, unit.Now);
        unit.Journal(by, "preparing.answered", id.Value, space.CommunityId);
    }

    public static async Task SetLeeway(this Unit unit, Id<Actor> by, Id<Space> id, string text)
    {
        if (await unit.HoldFrame(id) is not { } space) return;
        var leeway = await unit.Db.The<Leeway>().AsTracking().SingleOrDefaultAsync(l => l.Id == id.As<Leeway>());
        if ((leeway?.Text ?? "") == text) return;
        if (leeway is null) unit.Db.Add(leeway = new Leeway { Id = id.As<Leeway>(), CommunityId = space.CommunityId });
        leeway.Write(text, by, unit.Now);
        unit.Journal(by, "leeway.set", id.Value, space.CommunityId);
    }

    public static async Task Tick(this Unit unit, Id<Actor> by, Id<Space> id, string key)
    {
        if (await unit.HoldFrame(id) is not { } space || await unit.Db.The<ChecklistTick>().AnyAsync(t => t.SpaceId == id && t.Key == key)) return;
        unit.Db.Add(new ChecklistTick { SpaceId = id, Key = key, CommunityId = space.CommunityId, TickedById = by, TickedAt = unit.Now });
        unit.Journal(by, "checklist.ticked", id.Value, space.CommunityId, inverse: "checklist.unticked");
    }

    public static async Task Untick(this Unit unit, Id<Actor> by, Id<Space> id, string key)
    {
        if (await unit.HoldFrame(id) is not { } space || await unit.Db.The<ChecklistTick>().AsTracking().SingleOrDefaultAsync(t => t.SpaceId == id && t.Key == key) is not { } tick) return;
        unit.Db.Remove(tick);
        unit.Journal(by, "checklist.unticked", id.Value, space.CommunityId);
    }
}
