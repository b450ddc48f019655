using Leaderful.Accounts.Guests;
using Leaderful.Assets.Calls;
using Leaderful.Communities;
using Leaderful.Communities.Agreements;
using Leaderful.Communities.Front;
using Leaderful.Data;
using Leaderful.Drafts;
using Leaderful.OneToOnes;
using Leaderful.OpenSpace.Room;
using Leaderful.Rounds;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Leaderful.Stories.Moments;

namespace Leaderful.Today;

/// <summary>
/// Where people arrive: Home over all their communities, Today in one. Each address has another view for whoever is not in:
/// the front of the house, and what the community is about.
/// </summary>
public static class TodayEndpoints
{
    public static void MapToday(this IEndpointRouteBuilder app)
    {
        app.MapGroup("").ForAnyone("to whoever is not signed in it shows the public communities").MapGet("/", Home);
        app.MapGroup("/c/{community}").ForAnyone("what is shown depends on who may find it").MapGet("", Show);
    }

    private static async Task<IResult> Home(HttpContext context, Viewer viewer, Db db, GuestPasses guests, TimeProvider time)
    {
        var room = await db.RoomOf(viewer, await guests.Of(context));
        return viewer.Session is { } me ? Screen.Show<HomePage, HomeModel>(await db.Home(me, time.Utc()) with { Room = room }) : await FrontEndpoints.Front(db, room);
    }

    private static async Task<IResult> Show(string community, HttpContext context, Viewer viewer, Db db, TimeProvider time)
    {
        if (viewer.Session?.In(community) is not { } here) return await CommunityPages.About(community, viewer, db);
        viewer.Enter(here);
        if (AgreementGate.Bar(context, here) is { } barred) return barred;
        var now = time.Utc();
        return Screen.Show<TodayPage, TodayModel>(await db.Today(viewer.Me, here, now) with
        {
            Begun = await db.BegunBy(viewer), OneToOnes = await db.OneToOnesToday(viewer, now), Rounds = await db.RoundsToday(viewer, now),
            Quotes = await db.MomentsWaiting(viewer.Me, here), Calls = await db.CallsToday(viewer, now),
        });
    }
}
