using Leaderful.Data;
using Leaderful.Initiatives.Sentences;
using Leaderful.Initiatives.Teams;
using Leaderful.Shared.Web;

namespace Leaderful.Initiatives;

public static class InitiativeServices
{
    public static void AddInitiatives(this IServiceCollection services) => services.AddSingleton<IOutboxHandler, InitiativePurging>();

    public static void MapInitiatives(this IEndpointRouteBuilder app)
    {
        var initiatives = app.MapGroup("/c/{community}/initiatives").ForMembers("an initiative is read by whoever reads its rung; its own door says who changes it");
        initiatives.MapInitiativePages();
        initiatives.MapInitiativeTending();
        initiatives.MapSentences();
        initiatives.MapTeams();
    }
}
