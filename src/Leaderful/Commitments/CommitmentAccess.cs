using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Commitments;

/// <summary>The one door to commitments. Whoever reads its rung reads it; what becomes of it is for those it concerns.</summary>
public static class CommitmentAccess
{
    public static async Task<ListedCommitment?> ForReading(Db db, Viewer viewer, Id<Commitment> id) =>
        await Find(db, viewer, id) is { DeletedAt: null } found ? found : null;

    /// <summary>Only the doer accepts, keeps, checks in and asks for other terms.</summary>
    public static async Task<ListedCommitment?> ForDoing(Db db, Viewer viewer, Id<Commitment> id) =>
        await ForReading(db, viewer, id) is { } found && IsDoer(viewer, found) ? found : null;

    /// <summary>The doer; and whoever it was promised to, once it is promised.</summary>
    public static async Task<ListedCommitment?> ForReleasing(Db db, Viewer viewer, Id<Commitment> id) =>
        await ForReading(db, viewer, id) is { } found && MayRelease(viewer, found) ? found : null;

    public static async Task<ListedCommitment?> ForTakingDown(Db db, Viewer viewer, Id<Commitment> id) =>
        await ForReading(db, viewer, id) is { } found && MayTakeDown(viewer, found) ? found : null;

    /// <summary>Who took it down; and a steward what a steward took down.</summary>
    public static async Task<ListedCommitment?> ForPuttingBack(Db db, Viewer viewer, Id<Commitment> id) =>
        await Find(db, viewer, id) is { DeletedAt: not null } found
        && (viewer.Me.ActorId == found.DeletedById || (viewer.Here.IsSteward && found.AuthorId != found.DeletedById)) ? found : null;

    public static bool IsDoer(Viewer viewer, ListedCommitment one) => one.It.DoerId == viewer.Me.ActorId;

    public static bool IsPromisedTo(Viewer viewer, ListedCommitment one) =>
        one.It.ToActorId == viewer.Me.ActorId || viewer.Me.Circles.Any(c => c.Id == one.It.ToCircleId);

    public static bool MayRelease(Viewer viewer, ListedCommitment one) => IsDoer(viewer, one) || (one.It.AcceptedAt is not null && IsPromisedTo(viewer, one));

    /// <summary>Whoever made or offered it, and those who tend the community.</summary>
    public static bool MayTakeDown(Viewer viewer, ListedCommitment one) => one.AuthorId == viewer.Me.ActorId || viewer.Here.IsSteward;

    private static async Task<ListedCommitment?> Find(Db db, Viewer viewer, Id<Commitment> id)
    {
        var (here, scopes) = (viewer.Here.Id, viewer.Me.Scopes);
        return await db.Listed(db.The<Commitment>().Where(c => c.Id == id && c.CommunityId == here), db.The<Thing>().Where(t => scopes.Contains(t.ScopeId))).SingleOrDefaultAsync();
    }
}
