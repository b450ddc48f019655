using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.OpenSpace.Preparing;
using Leaderful.OpenSpace.Reports;
using Leaderful.OpenSpace.Wall;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Reviews;

/// <summary>A review that was held, and by whose word.</summary>
public sealed record HeldReview(Review It, string By);

public static class ReviewQueries
{
    /// <summary>What was promised at a space: on the gathering, on a topic of it, or on a topic's report.</summary>
    internal static IQueryable<Commitment> PromisedAt(this Db db, Id<Space> space)
    {
        var gathering = space.As<Thing>();
        return db.The<Commitment>().Where(c => c.OriginId == gathering
            || db.The<Topic>().Any(t => t.SpaceId == space && t.Id.As<Thing>() == c.OriginId)
            || db.The<SessionReport>().Any(r => r.SpaceId == space && r.PageId.As<Thing>() == c.OriginId));
    }

    /// <summary>
    /// All that was promised there and that this reader may see, with what was last said of each: in three questions, however much it is.
    /// What nobody has taken on is not among it.
    /// </summary>
    public static async Task<List<ReviewItem>> PromisesOf(this Db db, Viewer viewer, Id<Space> space)
    {
        var scopes = viewer.Me.Scopes;
        var commitments = await db.Listed(db.PromisedAt(space).Where(c => c.AcceptedAt != null), db.The<Thing>().Where(t => t.DeletedAt == null && scopes.Contains(t.ScopeId)))
            .OrderBy(c => c.MadeAt).AsNoTracking().ToListAsync();
        var said = await db.The<CheckIn>().Where(k => db.PromisedAt(space).Any(c => c.Id == k.CommitmentId)).OrderBy(k => k.At).Select(k => new { k.CommitmentId, k.Line }).AsNoTracking().ToListAsync();
        var last = said.GroupBy(k => k.CommitmentId).ToDictionary(g => g.Key, g => g.Last().Line);
        return [.. commitments.Where(c => c.It.What.Length > 0).Select(c => new ReviewItem(c.It.What, c.Doer, c.It.Due) { Commitment = c, Standing = Standings.Of(c.It), Line = last.GetValueOrDefault(c.It.Id, "") })];
    }

    /// <summary>What was promised by name alone, with what was last said of it.</summary>
    public static async Task<List<ReviewItem>> NamedPledgesOf(this Db db, Id<Space> space)
    {
        var pledges = await db.The<Pledge>().Where(p => p.SpaceId == space && p.RemovedAt == null && p.CommitmentId == null && p.What != "").OrderBy(p => p.Id).AsNoTracking().ToListAsync();
        if (pledges.Count == 0) return [];
        var notes = await db.The<PledgeNote>().Where(n => db.The<Pledge>().Any(p => p.Id == n.PledgeId && p.SpaceId == space)).OrderBy(n => n.Id).AsNoTracking().ToListAsync();
        var last = notes.GroupBy(n => n.PledgeId).ToDictionary(g => g.Key, g => g.Last());
        return pledges.ConvertAll(p => new ReviewItem(p.What, p.Name, p.Due) { Pledge = p, Standing = Standings.Of(last.GetValueOrDefault(p.Id)), Line = last.GetValueOrDefault(p.Id)?.Line ?? "" });
    }

    public static async Task<List<HeldReview>> HeldReviewsOf(this Db db, Id<Space> space) => [.. (await (
        from r in db.The<Review>()
        join a in db.The<Actor>() on r.HeldById equals a.Id
        where r.SpaceId == space && r.HeldAt != null
        orderby r.Id descending
        select new { r, a.Name }).AsNoTracking().ToListAsync()).Select(x => new HeldReview(x.r, x.Name))];
}
