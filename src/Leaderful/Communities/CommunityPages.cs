using Leaderful.Data;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Communities;

/// <summary>What a community is about, for whoever may find it.</summary>
public static class CommunityPages
{
    public static void MapCommunityPage(this IEndpointRouteBuilder app) =>
        app.MapGroup("/c/{community}").ForAnyone("what is shown depends on who may find it").MapGet("/about", About);

    public static async Task<IResult> About(string community, Viewer viewer, Db db)
    {
        if (await CommunityAccess.ForFinding(db, viewer, community) is not { } found) return CommunityAccess.NothingHere(viewer);
        if (viewer.Session?.In(community) is { } here) viewer.Enter(here);
        return Screen.Show<AboutPage, AboutModel>(await AboutModel.Of(db, viewer, found));
    }
}
