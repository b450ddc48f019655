using Leaderful.Data;
using Leaderful.Live;
using Leaderful.OpenSpace.Book;
using Leaderful.OpenSpace.Bringing;
using Leaderful.OpenSpace.Convergence;
using Leaderful.OpenSpace.Debriefs;
using Leaderful.OpenSpace.Preparing;
using Leaderful.OpenSpace.Reports;
using Leaderful.OpenSpace.Reviews;
using Leaderful.OpenSpace.Room;
using Leaderful.OpenSpace.Wall;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace;

public static class OpenSpaceServices
{
    public static void AddOpenSpace(this IServiceCollection services)
    {
        services.AddSingleton<IOutboxHandler, TopicPurging>();
        services.AddSingleton<WallLive>();
        services.AddSingleton<ILiveSource>(s => s.GetRequiredService<WallLive>());
        services.AddSingleton<ILiveSource, HallLive>();
        services.AddSingleton<IOutboxHandler, ReviewReminding>();
        services.AddSingleton<IOutboxHandler, AskingForReports>();
        services.AddSingleton<IOutboxHandler, TellingParts>();
        services.AddScoped<TopicDoing>();
        services.AddScoped<DrawingDoing>();
        services.AddBook();
    }

    public static void MapOpenSpace(this IEndpointRouteBuilder app)
    {
        app.MapPreparing();
        app.MapBook();
        app.MapDebriefs();
        app.MapReviews();
        app.MapEntering();
        app.MapConvergence();
        app.MapAgendas();
        var room = app.MapGroup("/c/{community}/gatherings/{id}").ForRoom("whoever sees the gathering, and guests of its room, take part in it");
        room.MapGuest();
        var wall = room.MapGroup("/wall");
        wall.MapWall();
        wall.MapPosting();
        wall.MapTopics();
        wall.MapTopicTending();
        wall.MapReports();
        var held = app.MapGroup("/c/{community}/gatherings/{id}").ForMembers("its own door lets in whoever holds the space");
        held.MapDrawing();
        held.MapCodes();
    }
}
