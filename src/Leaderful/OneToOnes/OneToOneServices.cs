using Leaderful.Data;
using Leaderful.OneToOnes.Asking;
using Leaderful.OneToOnes.Sharing;
using Leaderful.OneToOnes.Years;
using Leaderful.Shared.Web;

namespace Leaderful.OneToOnes;

public static class OneToOneServices
{
    public static void AddOneToOnes(this IServiceCollection services)
    {
        services.AddSingleton<IOutboxHandler, OneToOnePurging>();
        services.AddScoped<SharedWriting>();
    }

    public static void MapOneToOnes(this IEndpointRouteBuilder app)
    {
        var mine = app.MapGroup("/c/{community}/one-to-ones").ForMembers("each is there for whoever planned it alone, as its own door says");
        mine.MapOneToOnePages();
        mine.MapOneToOneTending();
        mine.MapYears();
        mine.MapAsking();
        mine.MapAsked();
        mine.MapShared();
        var links = app.MapAskedByLink();
        links.MapSharedByLink();
    }
}
