using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.OpenSpace.Wall;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Convergence;

/// <summary>Something to do that nobody has taken on.</summary>
public sealed record UntakenAction(Id<Topic> Id, string Title);

public static class Untaken
{
    /// <summary>In the order in which they were put up. Who took the others on is said elsewhere, to whom it may be said.</summary>
    public static async Task<IReadOnlyList<UntakenAction>> UntakenOn(this Db db, Board board)
    {
        var actions = board.Slips.Where(s => s is { IsAction: true, Stands: true }).ToList();
        if (actions.Count == 0) return [];
        var topics = actions.ConvertAll(s => (Id<Thing>?)s.Id.As<Thing>());
        var taken = await (
            from c in db.The<Commitment>()
            where topics.Contains(c.OriginId) && c.AcceptedAt != null && c.ReleasedAt == null
                && db.The<Thing>().Any(t => t.Id == c.Id.As<Thing>() && t.DeletedAt == null)
            select c.OriginId).ToListAsync();
        return [.. actions.Where(s => !taken.Contains(s.Id.As<Thing>())).Select(s => new UntakenAction(s.Id, s.Title))];
    }
}
