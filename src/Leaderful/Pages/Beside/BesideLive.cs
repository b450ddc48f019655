using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Live;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Pages.Beside;

/// <summary>What is said beside a page as it is watched: the conversations that came, went on, were settled or went.</summary>
public sealed class BesideLive(Fragments fragments, TimeProvider time) : ILiveSource
{
    public string Kind => "beside";

    public async Task<bool> MayRead(Db db, Session session, string id) =>
        Id<Page>.TryParse(id, null, out var own) && await PageAccess.ForFollowing(db, session, own, time.Utc()) is not null;

    public async Task<long> Version(Db db, string id) =>
        Id<Page>.TryParse(id, null, out var own) ? await db.The<Page>().Where(p => p.Id == own).Select(p => p.Beside).SingleOrDefaultAsync() : 0;

    public async Task<LiveChange?> Since(Db db, string id, long version, Words words)
    {
        if (!Id<Page>.TryParse(id, null, out var own)) return null;
        var page = await (
            from p in db.The<Page>()
            join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
            join c in db.The<Community>() on p.CommunityId equals c.Id
            where p.Id == own && t.DeletedAt == null && p.Beside > version
            select new { p.Beside, p.ClosedAt, c.Slug, t.ScopeId }).SingleOrDefaultAsync();
        if (page is null) return null;
        return new LiveChange(page.Beside, await fragments.Render<BesideItems>(new(StringComparer.Ordinal)
        {
            ["All"] = await db.BesideSince(own, version), ["Words"] = words, ["Place"] = $"/c/{page.Slug}", ["Page"] = own, ["IsWritable"] = page.ClosedAt is null, ["Arrives"] = true,
        })) { Rung = page.ScopeId };
    }
}
