using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace.Preparing;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace;

/// <summary>An Open Space from its first preparation on: its stages, and who holds it.</summary>
public static class Holding
{
    /// <summary>The space of a gathering, from the moment it is called as one.</summary>
    internal static async Task BeginSpace(this Unit unit, Id<Actor> by, Gathering gathering)
    {
        if (await unit.Db.The<Space>().AnyAsync(s => s.Id == gathering.Id.As<Space>())) return;
        var space = new Space { Id = gathering.Id.As<Space>(), CommunityId = gathering.CommunityId };
        unit.Db.Add(space);
        unit.Db.Add(RoleOf(space, by, SpacePart.Facilitator, by, unit.Now));
    }

    /// <summary>
    /// The space, counted up by one and held until the commit: whoever else changes its wall waits, so that numbers have no gaps and
    /// versions come in their order.
    /// </summary>
    internal static async Task<Space?> Hold(this Unit unit, Id<Space> id)
    {
        if (await unit.Db.The<Space>().Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Version, x => x.Version + 1)) == 0) return null;
        var space = await unit.Db.The<Space>().AsTracking().SingleAsync(s => s.Id == id);
        await unit.Db.Entry(space).ReloadAsync();
        unit.Tell(Streams.Of(id));
        unit.Tell(Streams.Hall(id));
        return space;
    }

    /// <summary>Somebody is called otherwise on the whole wall, and clashes with whoever they turned out to be: those who watch see all of it anew.</summary>
    internal static async Task Rehang(this Unit unit, Id<Thing> room) => (await unit.Hold(room.As<Space>()))?.Redraw();

    /// <summary>It comes to a stage; the one it was at is kept to go back to.</summary>
    public static async Task<bool> Reach(this Unit unit, Id<Actor> by, Id<Space> id, Stage stage)
    {
        if (await unit.Hold(id) is not { } space || space.Stage == stage) return false;
        unit.Db.Add(new SpaceStage { Id = Id<SpaceStage>.New(), SpaceId = id, CommunityId = space.CommunityId, Stage = stage, ById = by, At = unit.Now });
        space.Reach(stage);
        space.Redraw();
        unit.Journal(by, "space.reached", id.Value, space.CommunityId, inverse: "space.stepped-back");
        return true;
    }

    /// <summary>As though the last stage had not been reached.</summary>
    public static async Task StepBack(this Unit unit, Id<Actor> by, Id<Space> id)
    {
        if (await unit.Hold(id) is not { } space) return;
        var steps = await unit.Db.The<SpaceStage>().AsTracking().Where(s => s.SpaceId == id).OrderByDescending(s => s.Id).Take(2).ToListAsync();
        if (steps.Count == 0) return;
        unit.Db.Remove(steps[0]);
        space.Reach(steps.Count > 1 ? steps[1].Stage : Stage.Draft);
        space.Redraw();
        unit.Journal(by, "space.stepped-back", id.Value, space.CommunityId);
    }

    public static async Task GivePart(this Unit unit, Id<Actor> by, Id<Space> id, Id<Actor> to, SpacePart part)
    {
        if (await unit.HoldFrame(id) is not { } space) return;
        var role = await unit.Db.The<SpaceRole>().AsTracking().SingleOrDefaultAsync(r => r.SpaceId == id && r.ActorId == to && r.Part == part);
        if (role is { LeftAt: null }) return;
        if (role is not null)
        {
            // One that is given anew is by the hand of whoever gives it.
            unit.Db.Remove(role);
            await unit.Db.SaveChangesAsync();
        }
        unit.TellOf(space, unit.Db.Add(RoleOf(space, to, part, by, unit.Now)).Entity);
        unit.Journal(by, "space.part-given", id.Value, space.CommunityId, inverse: "space.part-taken");
    }

    /// <summary>False where it is the last facilitator's: somebody holds the frame.</summary>
    public static async Task<bool> TakePart(this Unit unit, Id<Actor> by, Id<Space> id, Id<Actor> from, SpacePart part)
    {
        if (await unit.HoldFrame(id) is null) return false;
        var roles = await unit.Db.The<SpaceRole>().AsTracking().Where(r => r.SpaceId == id && r.Part == part && r.LeftAt == null).ToListAsync();
        if (roles.Find(r => r.ActorId == from) is not { } role) return true;
        if (part == SpacePart.Facilitator && roles.Count == 1) return false;
        unit.Db.Remove(role);
        unit.Journal(by, "space.part-taken", id.Value, role.CommunityId, inverse: "space.part-given");
        return true;
    }

    private static SpaceRole RoleOf(Space space, Id<Actor> who, SpacePart part, Id<Actor> by, DateTime at) =>
        new() { Id = Id<SpaceRole>.New(), SpaceId = space.Id, CommunityId = space.CommunityId, ActorId = who, Part = part, GivenById = by, GivenAt = at };
}
