using Leaderful.Communities.Agreements;
using Leaderful.Data;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Members;

public sealed record LeavingModel(string Name, bool IsLastSteward, bool IsAlone);

public static class LeavingEndpoints
{
    public static void MapLeaving(this IEndpointRouteBuilder app)
    {
        var members = app.MapGroup("/c/{community}/leaving").ForMembers("whoever is in may go").BeforeAgreeing();
        members.MapGet("", async (Viewer viewer, Db db) => Screen.Show<LeavingPage, LeavingModel>(await Model(viewer, db)));
        members.MapPost("", Leave).RequireRateLimiting(RateLimits.Writing);
        var people = app.MapGroup("/c/{community}/return").ForPeople("whoever has just left may come back; it looks for their own leaving");
        people.MapPost("", Return).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Leave(Viewer viewer, Db db, Writes writes)
    {
        var here = viewer.Here;
        if (await writes.Do(unit => unit.Leave(here.Id, viewer.Me)) == Stepping.LastOne)
            return Screen.ShowAgain<LeavingPage, LeavingModel>(await Model(viewer, db));
        return Screen.Go("/", new Done("leaving.left", $"{here.Path}/return", here.Name));
    }

    private static async Task<IResult> Return(string community, Viewer viewer, Db db, Writes writes)
    {
        var left = await db.The<Community>().Where(c => c.Slug == community).SingleOrDefaultAsync();
        return left is not null && await writes.Do(unit => unit.Return(left.Id, viewer.Me))
            ? Screen.Go(left.Path, new Done("leaving.back"))
            : Results.NotFound();
    }

    private static async Task<LeavingModel> Model(Viewer viewer, Db db)
    {
        var members = await db.MembersOf(viewer.Here.Id).ToListAsync();
        var isLast = viewer.Here.IsSteward && members.Count > 1 && members.Count(m => m.StewardSince is not null) == 1;
        return new LeavingModel(viewer.Here.Name, isLast, members.Count == 1);
    }
}
