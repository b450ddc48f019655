using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities;

/// <summary>The one door to knowing of a community at all.</summary>
public static class CommunityAccess
{
    public static async Task<Community?> ForFinding(Db db, Viewer viewer, string slug) =>
        await db.The<Community>().FindableBy(viewer.Session).SingleOrDefaultAsync(c => c.Slug == slug);

    /// <summary>Public ones for everybody, protected ones for whoever is signed in, hidden ones for their members.</summary>
    public static IQueryable<Community> FindableBy(this IQueryable<Community> communities, Session? session)
    {
        if (session is null) return communities.Where(c => c.Finding == Finding.Public);
        var mine = session.Communities.Select(c => c.Id).ToList();
        return communities.Where(c => c.Finding != Finding.Hidden || mine.Contains(c.Id));
    }

    /// <summary>Nothing is there: who is signed in reads so; who is not may sign in first.</summary>
    public static IResult NothingHere(Viewer viewer) => viewer.Session is null ? Results.Challenge() : Results.NotFound();
}
