using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Following;

/// <summary>Choosing how much to hear. There is no journal row: it is nobody else's to know.</summary>
public static class Choosing
{
    /// <summary>Null: again as in the whole community.</summary>
    public static async Task Follow(this Unit unit, Session me, Id<Thing> thing, Id<Community> community, FollowLevel? level)
    {
        var own = unit.Db.The<Follow>().Where(f => f.PersonId == me.PersonId && f.ThingId == thing);
        if (level is not { } chosen)
        {
            await own.ExecuteDeleteAsync();
            return;
        }
        if (await own.ExecuteUpdateAsync(f => f.SetProperty(x => x.Level, chosen).SetProperty(x => x.At, unit.Now)) == 0)
            unit.Db.Add(new Follow { PersonId = me.PersonId, ThingId = thing, CommunityId = community, Level = chosen, At = unit.Now });
    }

    public static Task FollowAll(this Unit unit, Session me, Id<Community> community, FollowLevel level)
    {
        unit.Tell(Streams.Of(me.PersonId));
        return unit.Db.The<Membership>().Where(m => m.PersonId == me.PersonId && m.CommunityId == community)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.Level, level));
    }
}
