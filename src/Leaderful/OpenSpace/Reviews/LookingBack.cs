using Leaderful.Data;
using Leaderful.OpenSpace.Preparing;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Reviews;

/// <summary>People looked back, and say when they do so again.</summary>
public static class LookingBack
{
    /// <summary>Without a next day it was the last, and the space is followed up. False where it was said already.</summary>
    public static async Task<bool> HoldReview(this Unit unit, Id<Actor> by, Id<Space> id, Id<Review> which, DateOnly? next)
    {
        if (await unit.Find(id, which) is not { HeldAt: null } review) return false;
        review.Hold(by, unit.Now);
        if (next is { } day) unit.PlanFor(unit.Db.Add(new Review { Id = Id<Review>.New(), SpaceId = id, CommunityId = review.CommunityId }).Entity, by, day);
        if (next is null && await unit.Reach(by, id, Stage.FollowedUp)) review.EndSpace(unit.Now);
        unit.Journal(by, "review.held", which.Value, review.CommunityId, inverse: "review.unheld");
        return true;
    }

    /// <summary>As though it had not been held; false where the next was held meanwhile.</summary>
    public static async Task<bool> UnholdReview(this Unit unit, Id<Actor> by, Id<Space> id, Id<Review> which)
    {
        if (await unit.Find(id, which) is not { HeldAt: { } at } review || await unit.Db.The<Review>().AnyAsync(r => r.SpaceId == id && r.HeldAt > at)) return false;
        unit.Db.RemoveRange(await unit.Db.The<Review>().AsTracking().Where(r => r.SpaceId == id && r.HeldAt == null).ToListAsync());
        var ended = review.EndedSpaceAt is not null;
        review.Unhold();
        unit.Journal(by, "review.unheld", which.Value, review.CommunityId, inverse: "review.held");
        if (ended) await unit.StepBackFrom(by, id, Stage.FollowedUp);
        return true;
    }

    private static async Task<Review?> Find(this Unit unit, Id<Space> id, Id<Review> which) => await unit.HoldFrame(id) is null ? null
        : await unit.Db.The<Review>().AsTracking().SingleOrDefaultAsync(r => r.Id == which && r.SpaceId == id);
}
