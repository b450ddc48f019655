using Leaderful.Data;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Debriefs;
using Leaderful.Tests.Circles;

namespace Leaderful.Tests.OpenSpace.Debriefs;

internal static class TalkedOver
{
    /// <summary>A closed space of Ruth's with Wen as its sponsor.</summary>
    public static async Task<Id<Space>> ClosedSpace(this CircleWorld world)
    {
        var id = await world.Space();
        await world.Give(id, world.Wen, SpacePart.Sponsor);
        await world.Writes.Do(unit => unit.Reach(world.Ruth.Person.ActorId, id, Stage.Closed));
        return id;
    }

    /// <summary>The talk of Ruth and Wen, begun.</summary>
    public static async Task<Id<Space>> Talk(this CircleWorld world)
    {
        var id = await world.ClosedSpace();
        await world.Writes.Do(unit => unit.BeginDebrief(world.Ruth.Person.ActorId, id));
        return id;
    }
}
