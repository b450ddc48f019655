using Leaderful.Accounts;
using Leaderful.Communities.Agreements;
using Leaderful.Communities.Requests;
using Leaderful.Data;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities;

/// <summary>One address, three views: Today for its members, what it is about for whoever may find it, nothing for all others.</summary>
public static class CommunityPages
{
    public static void MapCommunityPage(this IEndpointRouteBuilder app)
    {
        var anyone = app.MapGroup("/c/{community}").ForAnyone("what is shown depends on who may find it");
        anyone.MapGet("", Show);
        anyone.MapGet("/about", About);
    }

    private static async Task<IResult> Show(string community, HttpContext context, Viewer viewer, Db db)
    {
        if (viewer.Session?.In(community) is not { } here) return await About(community, viewer, db);
        viewer.Enter(here);
        return AgreementGate.Bar(context, here) ?? await Today(viewer, db, here);
    }

    private static async Task<IResult> Today(Viewer viewer, Db db, Here here)
    {
        var members = db.The<Membership>().Where(m => m.CommunityId == here.Id && m.LeftAt == null);
        var community = await db.The<Community>().SingleAsync(c => c.Id == here.Id);
        var mine = await members.SingleAsync(m => m.PersonId == viewer.Me.PersonId);
        return Page.Show<TodayPage, TodayModel>(new TodayModel(
            community, mine, await members.CountAsync(),
            await members.CountAsync(m => m.StewardSince != null),
            here.IsSteward ? await db.The<JoinRequest>().CountAsync(r => r.CommunityId == here.Id && r.ClosedAt == null) : 0));
    }

    private static async Task<IResult> About(string community, Viewer viewer, Db db)
    {
        if (await CommunityAccess.ForFinding(db, viewer, community) is not { } found) return CommunityAccess.NothingHere(viewer);
        if (viewer.Session?.In(community) is { } here) viewer.Enter(here);
        return Page.Show<AboutPage, AboutModel>(await AboutModel.Of(db, viewer, found));
    }
}

public sealed record TodayModel(Community Community, Membership Mine, int Members, int Stewards, int RequestsWaiting);
