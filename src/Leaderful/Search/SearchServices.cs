using Leaderful.Data;

namespace Leaderful.Search;

public static class SearchServices
{
    public static void AddSearch(this IServiceCollection services) => services.AddSingleton<IOutboxHandler, FillingSearch>();
}
