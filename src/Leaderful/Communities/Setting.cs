using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities;

public static class Setting
{
    /// <summary>Changes what a steward may set: name, purpose, who finds it and who joins, look.</summary>
    public static async Task Set(this Unit unit, Id<Community> id, Id<Actor> by, Action<Community> wish)
    {
        wish(await unit.Db.The<Community>().AsTracking().SingleAsync(c => c.Id == id));
        unit.Journal(by, "community.set", id.Value, id);
        unit.Tell(Streams.Of(id));
    }
}
