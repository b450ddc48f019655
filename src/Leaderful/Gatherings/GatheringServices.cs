using Leaderful.Data;
using Leaderful.Gatherings.Calendars;
using Leaderful.Gatherings.Handouts;
using Leaderful.Gatherings.Invitations;
using Leaderful.Gatherings.Letters;
using Leaderful.Gatherings.Series;
using Leaderful.Live;
using Leaderful.Shared.Web;

namespace Leaderful.Gatherings;

public static class GatheringServices
{
    public static void AddGatherings(this IServiceCollection services)
    {
        services.AddSingleton<IOutboxHandler, GatheringPurging>();
        services.AddSingleton<IOutboxHandler, Reminding>();
        services.AddSingleton<IOutboxHandler, TellingChanged>();
        services.AddSingleton<IOutboxHandler, SeriesExtending>();
        services.AddSingleton<IOutboxHandler, HandoutPurging>();
        services.AddSingleton<ILiveSource, GatheringLive>();
        services.AddScoped<FeedReading>();
        services.AddSingleton<CalendarInvitations>();
    }

    public static void MapGatherings(this IEndpointRouteBuilder app)
    {
        var gatherings = app.MapGroup("/c/{community}/gatherings").ForMembers("a gathering's rung says who sees it and answers; its own door says who changes it");
        gatherings.MapGatheringPages();
        gatherings.MapGatheringTending();
        gatherings.MapGatheringAnswers();
        gatherings.MapGatheringInvitations();
        gatherings.MapHandouts();
        app.MapAnsweringByLink();
        app.MapFeeds();
    }
}
