using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Accounts;

public static class Describing
{
    /// <summary>What people call them, and in which language the house speaks to them (none: as their browser asks).</summary>
    public static async Task Describe(this Unit unit, Session me, string name, string? language)
    {
        var person = await unit.Db.The<Person>().AsTracking().SingleAsync(p => p.Id == me.PersonId);
        var actor = await unit.Db.The<Actor>().AsTracking().SingleAsync(a => a.Id == me.ActorId);
        person.Language = language;
        if (actor.Name != name)
        {
            unit.Journal(me.ActorId, "person.renamed", me.PersonId.Value);
            await unit.KeepName(me.PersonId, name);
        }
        actor.Name = name;
        unit.Tell(Streams.Of(me.PersonId));
    }
}
