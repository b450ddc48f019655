using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Preparing;

public static class HoldingFrame
{
    /// <summary>The space, held until the commit, without anything being new on its wall.</summary>
    internal static async Task<Space?> HoldFrame(this Unit unit, Id<Space> id) =>
        await unit.Db.The<Space>().Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.CommunityId, x => x.CommunityId)) == 0
            ? null : await unit.Db.The<Space>().SingleAsync(s => s.Id == id);
}
