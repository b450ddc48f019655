using Leaderful.Data;
using Leaderful.Shared.Web;
using Leaderful.Stories.Changes;
using Leaderful.Stories.Moments;

namespace Leaderful.Stories;

public static class StoryServices
{
    public static void AddStories(this IServiceCollection services)
    {
        services.AddSingleton<IOutboxHandler, StoryPurging>();
        services.AddSingleton<IOutboxHandler, MomentLetters>();
        services.AddSingleton<IOutboxHandler, MomentBlanking>();
        services.AddSingleton<IOutboxHandler, ChangePurging>();
    }

    public static void MapStories(this IEndpointRouteBuilder app)
    {
        var stories = app.MapGroup("/c/{community}/stories").ForMembers("a story is read by whoever reads its rung, and quoted words by those they were allowed for; their own doors say so");
        stories.MapStoryPages();
        stories.MapStoryTending();
        stories.MapMoments();
        stories.MapOwners();
        app.MapMomentLinks();
        app.MapGroup("/c/{community}/changes").ForMembers("whoever is on its rung reads, puts in and chooses; its own door says who leads it").MapChanges();
    }
}
