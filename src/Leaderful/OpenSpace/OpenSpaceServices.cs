using Leaderful.Data;
using Leaderful.OpenSpace.Book;
using Leaderful.OpenSpace.Wall;

namespace Leaderful.OpenSpace;

public static class OpenSpaceServices
{
    public static void AddOpenSpace(this IServiceCollection services)
    {
        services.AddSingleton<IOutboxHandler, TopicPurging>();
        services.AddBook();
    }

    public static void MapOpenSpace(this IEndpointRouteBuilder app) => app.MapBook();
}
