using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.OpenSpace.Wall;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Convergence;

/// <summary>What was put up in the space for action and nobody has promised anything on: whoever closes the space is to see it first.</summary>
public static class Untaken
{
    public static async Task<List<Slip>> UntakenIn(this Db db, Id<Space> id)
    {
        var actions = (await db.BoardOf(id)).Slips.Where(s => s is { IsAction: true, Stands: true }).ToList();
        var topics = actions.ConvertAll(s => s.Id.As<Thing>());
        var taken = await db.The<Commitment>()
            .Where(c => c.OriginId != null && topics.Contains(c.OriginId.Value) && c.AcceptedAt != null && c.ReleasedAt == null && db.The<Thing>().Any(t => t.Id == c.Id.As<Thing>() && t.DeletedAt == null))
            .Select(c => c.OriginId!.Value).Distinct().ToListAsync();
        return actions.FindAll(s => !taken.Contains(s.Id.As<Thing>()));
    }
}
