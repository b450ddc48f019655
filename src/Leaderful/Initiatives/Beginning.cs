using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Initiatives.Teams;
using Leaderful.Search;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Initiatives;

/// <summary>An initiative from its beginning to its end.</summary>
public static class Beginning
{
    /// <summary>Whoever begins it is the first to carry it.</summary>
    public static async Task<Id<Initiative>> BeginInitiative(this Unit unit, Id<Actor> by, Id<Community> community, Id<Scope> rung, string title, string purpose = "")
    {
        var id = Id<Initiative>.New();
        unit.Db.Add(new Thing { Id = id.As<Thing>(), Kind = ThingKind.Initiative, CommunityId = community, ScopeId = rung, AuthorId = by, CreatedAt = unit.Now });
        unit.Db.Add(new Initiative { Id = id, CommunityId = community, Title = title, Purpose = purpose });
        unit.Journal(by, "initiative.begun", id.Value, community, inverse: "initiative.taken-down");
        unit.Reindex(id.As<Thing>());
        await unit.Db.SaveChangesAsync();
        await unit.Carry(by, id);
        return id;
    }

    /// <summary>False where somebody else changed it since it was seen.</summary>
    public static async Task<bool> SetInitiative(this Unit unit, Id<Actor> by, Id<Initiative> id, string title, string purpose, int? seen = null)
    {
        var initiative = await unit.HoldInitiative(id);
        if (seen is { } edition && edition != initiative.Edition) return false;
        if ((title, purpose) == (initiative.Title, initiative.Purpose)) return true;
        initiative.Reword(title, purpose);
        unit.Journal(by, "initiative.set", id.Value, initiative.CommunityId);
        unit.Reindex(id.As<Thing>());
        return true;
    }

    public static async Task TakeDownInitiative(this Unit unit, Id<Actor> by, Id<Initiative> id)
    {
        if (await unit.PutInBin(by, id.As<Thing>(), InitiativePurging.KindOfWork) is not { } thing) return;
        unit.Journal(by, "initiative.taken-down", id.Value, thing.CommunityId, inverse: "initiative.put-back");
        unit.Reindex(thing.Id);
    }

    /// <summary>False where the thirty days are over.</summary>
    public static async Task<bool> PutBackInitiative(this Unit unit, Id<Actor> by, Id<Initiative> id)
    {
        if (await unit.TakeFromBin(id.As<Thing>()) is not { } thing) return false;
        unit.Journal(by, "initiative.put-back", id.Value, thing.CommunityId, inverse: "initiative.taken-down");
        unit.Reindex(thing.Id);
        return true;
    }

    /// <summary>The row first, so that of two who change it the later sees what the earlier did.</summary>
    internal static async Task<Initiative> HoldInitiative(this Unit unit, Id<Initiative> id)
    {
        var found = unit.Db.The<Initiative>().Where(i => i.Id == id);
        await found.ExecuteUpdateAsync(i => i.SetProperty(x => x.Title, x => x.Title));
        return await found.AsTracking().SingleAsync();
    }
}
