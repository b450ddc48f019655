using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Initiatives.Teams;
using Leaderful.Pages;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Stories;

public static class StoryQueries
{
    private const int Most = 200;

    /// <summary>Those of a community that this reader finds, the latest first.</summary>
    public static Task<List<StoryHead>> StoriesIn(this Db db, Viewer viewer) => db.HeadsOf(viewer, db.The<Thing>().Where(t => t.DeletedAt == null), db.The<Story>()).Take(Most).ToListAsync();

    /// <summary>The stories of us that hang on a thing.</summary>
    public static Task<List<StoryHead>> StoriesOn(this Db db, Viewer viewer, Id<Thing> on)
    {
        var which = db.The<Story>().Where(s => s.Kind == StoryKind.Us && db.The<Page>().Any(p => p.Id.As<Thing>() == s.Id.As<Thing>() && p.AboutId == on));
        return db.HeadsOf(viewer, db.The<Thing>().Where(t => t.DeletedAt == null), which).Take(Most).ToListAsync();
    }

    /// <summary>Stories taken down that this person may put back.</summary>
    public static async Task<List<BinItem>> StoriesInBin(this Db db, Viewer viewer, DateTime since)
    {
        var (actor, steward) = (viewer.Me.ActorId, viewer.Here.IsSteward);
        var things = db.The<Thing>().Where(t => t.Kind == ThingKind.Story && t.DeletedAt > since && (t.DeletedById == actor || (steward && t.DeletedById != t.AuthorId)));
        return [.. (await db.HeadsOf(viewer, things, db.The<Story>().Where(s => s.Title != "")).ToListAsync())
            .Select(s => new BinItem(default, null, s.Title, "", "", s.DeletedAt!.Value) { Story = s.Id })];
    }

    /// <summary>Those of these that this reader finds here; whoever tells one finds it whatever rung it stands on.</summary>
    internal static IQueryable<StoryHead> HeadsOf(this Db db, Viewer viewer, IQueryable<Thing> things, IQueryable<Story> which)
    {
        var (here, me, scopes, circles) = (viewer.Here.Id, viewer.Me.ActorId, viewer.Me.Scopes, viewer.Me.Circles.Select(c => c.Id.As<Thing>()).ToList());
        return (
            from s in which
            join t in things on s.Id.As<Thing>() equals t.Id
            join a in db.The<Actor>() on t.AuthorId equals a.Id
            from p in db.The<Page>().Where(p => p.Id.As<Thing>() == s.Id.As<Thing>()).DefaultIfEmpty()
            where s.CommunityId == here && (scopes.Contains(t.ScopeId) || (t.AuthorId == me && s.Kind != StoryKind.Us))
            orderby t.CreatedAt descending, s.Id
            select new StoryHead(s, p == null ? s.Title : p.Title, t.ScopeId, t.AuthorId, a.Name, t.CreatedAt)
            {
                DeletedAt = t.DeletedAt, DeletedById = t.DeletedById, OnId = p!.AboutId,
                Tells = t.AuthorId == me || (p != null && p.AboutId != null
                    && (circles.Contains(p.AboutId.Value) || db.The<TeamMember>().Any(m => m.InitiativeId.As<Thing>() == p.AboutId && m.ActorId == me && m.LeftAt == null))),
            }).AsNoTracking();
    }
}
