using Leaderful.Communities.Agreements;
using Leaderful.Communities.Bringing;
using Leaderful.Communities.Front;
using Leaderful.Communities.Invitations;
using Leaderful.Communities.Members;
using Leaderful.Communities.Requests;

namespace Leaderful.Communities;

public static class CommunityEndpoints
{
    public static void MapCommunities(this IEndpointRouteBuilder app)
    {
        app.MapFront();
        app.MapFounding();
        app.MapCommunityPage();
        app.MapSettings();
        app.MapJoining();
        app.MapRequests();
        app.MapInvitations();
        app.MapBringing();
        app.MapAgreements();
        app.MapStewards();
        app.MapLeaving();
    }
}
