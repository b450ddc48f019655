using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Circles;

/// <summary>A circle as one of its community finds it.</summary>
public sealed record CircleHead(
    Id<Circle> Id, Id<Scope> ScopeId, string Name, string Purpose, Joining Joining, DateTime BegunAt, DateTime? DeletedAt, Id<Actor>? DeletedById, int Members, bool Belongs);

/// <summary>The one door to circles. Its community sees a circle; only those who belong change it.</summary>
public static class CircleAccess
{
    public static async Task<CircleHead?> ForReading(Db db, Viewer viewer, Id<Circle> id) =>
        await Find(db, viewer, id) is { DeletedAt: null } found ? found : null;

    public static async Task<CircleHead?> ForBelonging(Db db, Viewer viewer, Id<Circle> id) =>
        await ForReading(db, viewer, id) is { Belongs: true } found ? found : null;

    public static async Task<CircleHead?> ForTakingDown(Db db, Viewer viewer, Id<Circle> id) =>
        await ForReading(db, viewer, id) is { } found && MayTakeDown(viewer, found) ? found : null;

    public static async Task<CircleHead?> ForPuttingBack(Db db, Viewer viewer, Id<Circle> id) =>
        await Find(db, viewer, id) is { DeletedAt: not null } found && (found.DeletedById == viewer.Me.ActorId || MayTakeDown(viewer, found)) ? found : null;

    /// <summary>Who may read and answer requests: those who belong; while nobody does, those who tend the community.</summary>
    public static async Task<CircleHead?> ForAnswering(Db db, Viewer viewer, Id<Circle> id) =>
        await ForReading(db, viewer, id) is { } found && MayTakeDown(viewer, found) ? found : null;

    /// <summary>Those who belong; and those who tend the community, where nobody belongs.</summary>
    public static bool MayTakeDown(Viewer viewer, CircleHead circle) => circle.Belongs || (viewer.Here.IsSteward && circle.Members == 0);

    private static Task<CircleHead?> Find(Db db, Viewer viewer, Id<Circle> id)
    {
        var (here, person, scopes) = (viewer.Here.Id, viewer.Me.PersonId, viewer.Me.Scopes);
        return (
            from c in db.The<Circle>()
            join t in db.The<Thing>() on c.Id.As<Thing>() equals t.Id
            where c.Id == id && c.CommunityId == here && scopes.Contains(t.ScopeId)
            select new CircleHead(
                c.Id, c.ScopeId, c.Name, c.Purpose, c.Joining, t.CreatedAt, t.DeletedAt, t.DeletedById,
                db.The<CircleMembership>().Count(m => m.CircleId == c.Id && m.LeftAt == null),
                db.The<CircleMembership>().Any(m => m.CircleId == c.Id && m.PersonId == person && m.LeftAt == null))).SingleOrDefaultAsync();
    }
}
