using Leaderful.Data;
using Leaderful.Prompts;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>A question, in the wording it was read in; in the house's where that is none.</summary>
public sealed record AskedOf(string Key, Id<PromptSet>? Set = null);

/// <summary>What those who prepare write together, and what they see to.</summary>
public static class PreparingTogether
{
    /// <summary>Taken back to nothing, the question is open again. False where it says something else by now than whoever wrote had seen.</summary>
    public static async Task<bool> AnswerPreparing(this Unit unit, Id<Actor> by, Id<Space> id, AskedOf asked, string text, int? seen = null)
    {
        if (await unit.HoldFrame(id) is not { } space) return false;
        var answer = await unit.Db.The<PreparingAnswer>().AsTracking().SingleOrDefaultAsync(a => a.SpaceId == id && a.Key == asked.Key);
        if ((answer?.Text ?? "") == text) return true;
        if (seen is { } edition && edition != (answer?.Edition ?? 0)) return false;
        if (answer is null) unit.Db.Add(answer = new PreparingAnswer { Id = Id<PreparingAnswer>.New(), SpaceId = id, CommunityId = space.CommunityId, Key = asked.Key });
        answer.Write(text, asked.Set, by, unit.Now);
        unit.Journal(by, "preparing.answered", id.Value, space.CommunityId);
        return true;
    }

    public static async Task<bool> SetLeeway(this Unit unit, Id<Actor> by, Id<Space> id, string text, int? seen = null)
    {
        if (await unit.HoldFrame(id) is not { } space) return false;
        var leeway = await unit.Db.The<Leeway>().AsTracking().SingleOrDefaultAsync(l => l.Id == id.As<Leeway>());
        if ((leeway?.Text ?? "") == text) return true;
        if (seen is { } edition && edition != (leeway?.Edition ?? 0)) return false;
        if (leeway is null) unit.Db.Add(leeway = new Leeway { Id = id.As<Leeway>(), CommunityId = space.CommunityId });
        leeway.Write(text, by, unit.Now);
        unit.Journal(by, "leeway.set", id.Value, space.CommunityId);
        return true;
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
