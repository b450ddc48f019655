using Leaderful.Data;
using Leaderful.Shared.Web;

namespace Leaderful.Circles;

public static class CircleServices
{
    public static void AddCircles(this IServiceCollection services) => services.AddSingleton<IOutboxHandler, CirclePurging>();

    public static void MapCircles(this IEndpointRouteBuilder app)
    {
        var circles = app.MapGroup("/c/{community}/circles").ForMembers("the community sees its circles and who belongs; each circle's own door says who changes it");
        circles.MapCirclePages();
        circles.MapCircleTending();
        circles.MapBelonging();
        circles.MapCircleRequests();
    }
}
