using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Care;

/// <summary>As whom somebody looks at a case. Whoever wrote the post is its author first, steward or not.</summary>
public enum CareRole { Steward, Author, Reporter }

public sealed record CareView(CareCase Case, CarePost Post, CareRole Role);

/// <summary>The one door to what was asked and decided about posts.</summary>
public static class CareAccess
{
    public static async Task<CareView?> ForReading(Db db, Viewer viewer, Id<CareCase> id)
    {
        if (await db.The<CareCase>().SingleOrDefaultAsync(c => c.Id == id && c.CommunityId == viewer.Here.Id) is not { } matter) return null;
        var post = await db.PostsToCareFor(db.The<Post>().Where(p => p.Id == matter.PostId)).SingleAsync();
        if (!viewer.Me.Scopes.Contains(post.Scope)) return null;
        return await RoleOf(db, viewer, matter, post) is { } role ? new CareView(matter, post, role) : null;
    }

    public static async Task<CareView?> ForDeciding(Db db, Viewer viewer, Id<CareCase> id) =>
        await ForReading(db, viewer, id) is { Role: CareRole.Steward } view ? view : null;

    public static async Task<CareView?> ForAnswering(Db db, Viewer viewer, Id<CareCase> id) =>
        await ForReading(db, viewer, id) is { Role: CareRole.Author } view ? view : null;

    /// <summary>The case about a post, for whoever may look at it.</summary>
    public static async Task<Id<CareCase>?> About(Db db, Viewer viewer, Id<Post> post) =>
        await db.The<CareCase>().Where(c => c.PostId == post).Select(c => (Id<CareCase>?)c.Id).SingleOrDefaultAsync() is { } id
        && await ForReading(db, viewer, id) is not null ? id : null;

    private static async Task<CareRole?> RoleOf(Db db, Viewer viewer, CareCase matter, CarePost post)
    {
        var me = viewer.Me.ActorId;
        if (post.AuthorId == me) return CareRole.Author;
        if (viewer.Here.IsSteward) return CareRole.Steward;
        return await db.The<CareReport>().AnyAsync(r => r.CaseId == matter.Id && r.ById == me) ? CareRole.Reporter : null;
    }
}
