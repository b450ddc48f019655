using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Preparing;

public static class LeavingSpaces
{
    /// <summary>Whoever leaves a community holds none of its Open Spaces any more; its hosts do.</summary>
    public static async Task LeaveSpacesOf(this Unit unit, Id<Community> community, Id<Actor> actor, JournalEntry cause)
    {
        foreach (var role in await unit.Db.The<SpaceRole>().AsTracking().Where(r => r.CommunityId == community && r.ActorId == actor && r.LeftAt == null).ToListAsync())
        {
            role.Leave(unit.Now);
            unit.Journal(cause.ActorId, "space.part-ended", role.SpaceId.Value, community, cause: cause);
        }
    }

    /// <summary>Who comes back as though they had never gone holds again what they held at that moment.</summary>
    public static async Task ReturnToSpacesOf(this Unit unit, Id<Community> community, Id<Actor> actor, DateTime leftAt)
    {
        foreach (var role in await unit.Db.The<SpaceRole>().AsTracking().Where(r => r.CommunityId == community && r.ActorId == actor && r.LeftAt == leftAt).ToListAsync()) role.Return();
    }
}
