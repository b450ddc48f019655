using Microsoft.EntityFrameworkCore;

namespace Leaderful.Data;

public static class Consuming
{
    /// <summary>The link behind a token, if it can still be used; looking uses nothing up.</summary>
    public static async Task<CapabilityLink?> FindLink(this Db db, string token, LinkPurpose purpose, DateTime now)
    {
        var hash = CapabilityLink.Hash(token);
        var link = await db.The<CapabilityLink>().AsNoTracking().SingleOrDefaultAsync(l => l.TokenHash == hash && l.Purpose == purpose);
        return link is not null && link.IsOpen(now) ? link : null;
    }

    /// <summary>
    /// Uses a link once. The database decides in one statement whether a use was left, so that of two who come at the same
    /// moment, on two nodes, one gets it.
    /// </summary>
    public static async Task<CapabilityLink?> Consume(this Unit unit, string token, LinkPurpose purpose)
    {
        if (await unit.Db.FindLink(token, purpose, unit.Now) is not { } link) return null;
        var used = await unit.Db.The<CapabilityLink>()
            .Where(l => l.Id == link.Id && l.EndedAt == null && l.ExpiresAt > unit.Now && (l.MaxUses == null || l.Uses < l.MaxUses))
            .ExecuteUpdateAsync(l => l
                .SetProperty(x => x.Uses, x => x.Uses + 1)
                .SetProperty(x => x.EndedAt, x => x.MaxUses != null && x.Uses + 1 >= x.MaxUses ? unit.Now : null));
        return used == 1 ? link : null;
    }
}
