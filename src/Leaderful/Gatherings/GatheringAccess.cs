using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings;

/// <summary>A gathering as one reader finds it.</summary>
public sealed record GatheringHead(Gathering Gathering, Id<Scope> ScopeId, Id<Actor> AuthorId, string Author, DateTime? DeletedAt, Id<Actor>? DeletedById, string? Circle, Coming? Mine, DateTime? WasThereAt)
{
    public Id<Gathering> Id => Gathering.Id;
}

/// <summary>The one door to gatherings. Whoever is on its rung sees it and answers; its hosts change it.</summary>
public static class GatheringAccess
{
    public static async Task<GatheringHead?> ForReading(Db db, Viewer viewer, Id<Gathering> id) => await Find(db, viewer, id) is { DeletedAt: null } found ? found : null;

    /// <summary>Whoever called it, those of the circle that hosts it, and those who tend the community.</summary>
    public static async Task<GatheringHead?> ForHosting(Db db, Viewer viewer, Id<Gathering> id) => await ForReading(db, viewer, id) is { } found && MayHost(viewer, found) ? found : null;

    public static async Task<GatheringHead?> ForPuttingBack(Db db, Viewer viewer, Id<Gathering> id) =>
        await Find(db, viewer, id) is { DeletedAt: not null } found && (found.DeletedById == viewer.Me.ActorId || MayHost(viewer, found)) ? found : null;

    public static bool MayHost(Viewer viewer, GatheringHead head) => MayHost(viewer, head.AuthorId, head.Gathering);

    public static bool MayHost(Viewer viewer, Id<Actor> author, Gathering gathering) =>
        author == viewer.Me.ActorId || viewer.Here.IsSteward || (gathering.CircleId is { } circle && viewer.Me.Circles.Any(c => c.Id == circle));

    private static Task<GatheringHead?> Find(Db db, Viewer viewer, Id<Gathering> id)
    {
        var (here, scopes, me) = (viewer.Here.Id, viewer.Me.Scopes, viewer.Me.ActorId);
        return (
            from g in db.The<Gathering>()
            join t in db.The<Thing>() on g.Id.As<Thing>() equals t.Id
            join a in db.The<Actor>() on t.AuthorId equals a.Id
            where g.Id == id && g.CommunityId == here && scopes.Contains(t.ScopeId)
            select new GatheringHead(
                g, t.ScopeId, t.AuthorId, a.Name, t.DeletedAt, t.DeletedById, db.The<Circle>().Where(c => c.Id == g.CircleId).Select(c => c.Name).FirstOrDefault(),
                db.The<GatheringAnswer>().Where(x => x.GatheringId == g.Id && x.ActorId == me).Select(x => x.Coming).FirstOrDefault(),
                db.The<GatheringAnswer>().Where(x => x.GatheringId == g.Id && x.ActorId == me).Select(x => x.WasThereAt).FirstOrDefault())).AsNoTracking().SingleOrDefaultAsync();
    }
}
