using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace.Preparing;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Reviews;

/// <summary>When it is looked at for the first time, and when the next.</summary>
public static class Planning
{
    private const int DaysAfter = 7;

    /// <summary>A week after its last day, as its own clock counts days; nothing while the time is open.</summary>
    public static DateOnly? UsualDay(Gathering gathering) =>
        gathering.EndsAt is { } end ? DateOnly.FromDateTime(Zones.FromUtc(end, gathering.Zone)).AddDays(DaysAfter) : null;

    public static Task<Review?> FirstReviewOf(this Db db, Id<Space> space) => db.The<Review>().Where(r => r.SpaceId == space).OrderBy(r => r.Id).FirstOrDefaultAsync();

    /// <summary>The one that is planned and not held.</summary>
    public static Task<Review?> NextReviewOf(this Db db, Id<Space> space) =>
        db.The<Review>().AsNoTracking().Where(r => r.SpaceId == space && r.HeldAt == null).OrderBy(r => r.Id).FirstOrDefaultAsync();

    /// <summary>The review that is planned is on another day, or planned at all. What was held stays as it was.</summary>
    public static async Task PlanFirstReview(this Unit unit, Id<Actor> by, Id<Space> id, DateOnly day)
    {
        if (await unit.HoldFrame(id) is not { } space) return;
        var review = await unit.Db.The<Review>().AsTracking().Where(r => r.SpaceId == id && r.HeldAt == null).OrderBy(r => r.Id).FirstOrDefaultAsync();
        if (review?.Day == day) return;
        if (review is null) unit.Db.Add(review = new Review { Id = Id<Review>.New(), SpaceId = id, CommunityId = space.CommunityId });
        unit.PlanFor(review, by, day);
    }

    internal static void PlanFor(this Unit unit, Review review, Id<Actor> by, DateOnly day)
    {
        review.Plan(day, by, unit.Now);
        unit.RemindOf(review);
        unit.Journal(by, "review.planned", review.Id.Value, review.CommunityId);
    }
}
