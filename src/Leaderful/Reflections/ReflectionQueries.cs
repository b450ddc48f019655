using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Initiatives;
using Leaderful.Initiatives.Teams;
using Leaderful.Pages;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Reflections;

/// <summary>A page on which a team looked back.</summary>
public sealed record ListedTeamReflection(Id<Page> Page, string Title, string Initiative, DateTime BegunAt);

public static class ReflectionQueries
{
    private const int Most = 100;

    public static Task<List<ListedReflection>> MyReflections(this Db db, Viewer viewer) =>
        db.ReflectionsOf(viewer, db.The<Thing>().Where(t => t.DeletedAt == null), db.The<Reflection>()).Take(Most).ToListAsync();

    /// <summary>Those taken down, by their day.</summary>
    public static async Task<List<BinItem>> ReflectionsInBin(this Db db, Viewer viewer, DateTime since) =>
        [.. (await db.ReflectionsOf(viewer, db.The<Thing>().Where(t => t.DeletedAt > since), db.The<Reflection>()).ToListAsync())
            .Select(r => new BinItem(default, null, r.BegunAt.ToString("d MMMM yyyy", viewer.Words.Culture), "", "", r.DeletedAt!.Value) { Reflection = r.Id })];

    /// <summary>Those of the teams this reader belongs to, the latest first.</summary>
    public static Task<List<ListedTeamReflection>> TeamReflections(this Db db, Viewer viewer)
    {
        var (here, scopes, me) = (viewer.Here.Id, viewer.Me.Scopes, viewer.Me.ActorId);
        return (
            from r in db.The<TeamReflection>()
            join p in db.The<Page>() on r.PageId equals p.Id
            join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
            join i in db.The<Initiative>() on r.InitiativeId equals i.Id
            join it in db.The<Thing>() on i.Id.As<Thing>() equals it.Id
            where r.CommunityId == here && t.DeletedAt == null && scopes.Contains(t.ScopeId) && it.DeletedAt == null && scopes.Contains(it.ScopeId)
                && db.The<TeamMember>().Any(m => m.InitiativeId == i.Id && m.ActorId == me && m.LeftAt == null)
            orderby t.CreatedAt descending, p.Id
            select new ListedTeamReflection(p.Id, p.Title, i.Title, t.CreatedAt)).Take(Most).ToListAsync();
    }

    internal static IQueryable<ListedReflection> ReflectionsOf(this Db db, Viewer viewer, IQueryable<Thing> things, IQueryable<Reflection> which)
    {
        var (here, actor, scopes) = (viewer.Here.Id, viewer.Me.ActorId, viewer.Me.Scopes);
        return (
            from r in which
            join t in things on r.Id.As<Thing>() equals t.Id
            where r.CommunityId == here && t.AuthorId == actor
            orderby t.CreatedAt descending, r.Id
            select new ListedReflection(
                r, db.The<Initiative>().Where(i => i.Id == r.InitiativeId && db.The<Thing>().Any(x => x.Id == i.Id.As<Thing>() && x.DeletedAt == null && scopes.Contains(x.ScopeId))).Select(i => i.Title).FirstOrDefault(),
                t.CreatedAt, t.DeletedAt)).AsNoTracking();
    }
}
