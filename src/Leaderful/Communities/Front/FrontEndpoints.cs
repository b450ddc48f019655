using Leaderful.Communities.Requests;
using Leaderful.Data;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Front;

public static class FrontEndpoints
{
    private const int ShownOnHome = 6;
    private const int OnOnePage = 50;

    public static void MapFront(this IEndpointRouteBuilder app)
    {
        var anyone = app.MapGroup("").ForAnyone("public communities are for everybody; the rest is filtered by who looks");
        anyone.MapGet("/", Home);
        anyone.MapGet("/communities", Directory);
    }

    private static async Task<IResult> Home(Viewer viewer, Db db, TimeProvider time)
    {
        if (viewer.Session is not { } me)
            return Page.Show<FrontPage, IReadOnlyList<Sight>>(await db.The<Community>().FindableBy(null).Sights(db).Take(OnOnePage).ToListAsync());
        var mine = me.Communities.Select(c => c.Id).ToList();
        var others = await db.The<Community>().FindableBy(me)
            .Where(c => !mine.Contains(c.Id) && c.Joining != Joining.Invitation)
            .Where(c => !db.The<JoinRequest>().Any(r => r.CommunityId == c.Id && r.PersonId == me.PersonId && r.ClosedAt == null))
            .Sights(db).Take(ShownOnHome + 1).ToListAsync();
        return Page.Show<HomePage, HomeModel>(new HomeModel(
            await db.MineOf(me), await db.RequestsOf(me.PersonId, time.Utc()), [.. others.Take(ShownOnHome)], others.Count > ShownOnHome));
    }

    private static async Task<IResult> Directory(Viewer viewer, Db db, int page = 1)
    {
        page = Math.Clamp(page, 1, 10_000);
        var found = await db.The<Community>().FindableBy(viewer.Session).Sights(db).Skip((page - 1) * OnOnePage).Take(OnOnePage + 1).ToListAsync();
        return Page.Show<DirectoryPage, DirectoryModel>(new DirectoryModel([.. found.Take(OnOnePage)], page, found.Count > OnOnePage));
    }
}

public sealed record HomeModel(IReadOnlyList<Mine> Mine, IReadOnlyList<MyRequest> Requests, IReadOnlyList<Sight> Others, bool MoreOthers);

public sealed record DirectoryModel(IReadOnlyList<Sight> Found, int Page, bool More);
