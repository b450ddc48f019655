using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Wall;

/// <summary>A wall on which a member can put up a topic now.</summary>
public sealed record OpenWall(Id<Space> Id, string Title);

public static class OpenWalls
{
    private const int Most = 3;

    /// <summary>Those of this community that are open and that they see, the latest first.</summary>
    public static async Task<IReadOnlyList<OpenWall>> WallsOpenTo(this Db db, Viewer viewer)
    {
        var (here, scopes) = (viewer.Here.Id, viewer.Me.Scopes);
        return await (
            from s in db.The<Space>()
            join g in db.The<Gathering>() on s.Id.As<Gathering>() equals g.Id
            join t in db.The<Thing>() on s.Id.As<Thing>() equals t.Id
            where s.CommunityId == here && t.DeletedAt == null && scopes.Contains(t.ScopeId) && g.Kind == GatheringKind.OpenSpace && g.CancelledAt == null
                && Stages.Posting.Contains(s.Stage)
            orderby g.StartsAt descending, s.Id
            select new OpenWall(s.Id, g.Title)).Take(Most).ToListAsync();
    }
}
