using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Convergence;

public static class ConvergenceServices
{
    private const string Space = "/c/{community}/gatherings/{id}";

    public static void MapConvergence(this IEndpointRouteBuilder app)
    {
        app.MapGroup(Space).ForRoom("everybody in the room has the same number of dots, guests too").MapEnergy();
        var members = app.MapGroup(Space).ForMembers("its own door says who holds the space; what is taken on is a member's commitment");
        members.MapEnergyHolding();
        members.MapChampions();
    }
}
