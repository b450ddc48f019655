using Leaderful.Data;
using Leaderful.Initiatives.Teams;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Initiatives;

/// <summary>An initiative as one reader finds it.</summary>
public sealed record InitiativeHead(Initiative It, Id<Scope> ScopeId, Id<Actor> AuthorId, DateTime BegunAt, DateTime? DeletedAt, Id<Actor>? DeletedById, bool Carries, bool IsCarried)
{
    public Id<Initiative> Id => It.Id;
}

/// <summary>The one door to initiatives. Whoever is on its rung reads it and may join its team; the team changes it.</summary>
public static class InitiativeAccess
{
    public static async Task<InitiativeHead?> ForReading(Db db, Viewer viewer, Id<Initiative> id) => await Find(db, viewer, id) is { DeletedAt: null } found ? found : null;

    public static async Task<InitiativeHead?> ForCarrying(Db db, Viewer viewer, Id<Initiative> id) => await ForReading(db, viewer, id) is { Carries: true } found ? found : null;

    public static async Task<InitiativeHead?> ForTakingDown(Db db, Viewer viewer, Id<Initiative> id) => await ForReading(db, viewer, id) is { } found && MayTakeDown(viewer, found) ? found : null;

    public static async Task<InitiativeHead?> ForPuttingBack(Db db, Viewer viewer, Id<Initiative> id) =>
        await Find(db, viewer, id) is { DeletedAt: not null } found && (found.DeletedById == viewer.Me.ActorId || MayTakeDown(viewer, found)) ? found : null;

    /// <summary>The team; and those who tend the community, where nobody carries it any more.</summary>
    public static bool MayTakeDown(Viewer viewer, InitiativeHead head) => head.Carries || (viewer.Here.IsSteward && !head.IsCarried);

    private static Task<InitiativeHead?> Find(Db db, Viewer viewer, Id<Initiative> id)
    {
        var (here, scopes, me) = (viewer.Here.Id, viewer.Me.Scopes, viewer.Me.ActorId);
        return (
            from i in db.The<Initiative>()
            join t in db.The<Thing>() on i.Id.As<Thing>() equals t.Id
            where i.Id == id && i.CommunityId == here && scopes.Contains(t.ScopeId)
            select new InitiativeHead(
                i, t.ScopeId, t.AuthorId, t.CreatedAt, t.DeletedAt, t.DeletedById,
                db.The<TeamMember>().Any(m => m.InitiativeId == i.Id && m.ActorId == me && m.LeftAt == null),
                db.The<TeamMember>().Any(m => m.InitiativeId == i.Id && m.LeftAt == null))).AsNoTracking().SingleOrDefaultAsync();
    }
}
