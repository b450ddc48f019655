using Leaderful.Data;
using Leaderful.OpenSpace.Wall;

namespace Leaderful.OpenSpace;

public static class OpenSpaceServices
{
    public static void AddOpenSpace(this IServiceCollection services) => services.AddSingleton<IOutboxHandler, TopicPurging>();
}
