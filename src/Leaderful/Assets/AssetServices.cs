using Leaderful.Assets.Calls;
using Leaderful.Data;

namespace Leaderful.Assets;

public static class AssetServices
{
    public static void AddAssets(this IServiceCollection services)
    {
        services.AddSingleton<HouseWords>();
        services.AddSingleton<IOutboxHandler, CallLetters>();
        services.AddSingleton<IOutboxHandler, CallPurging>();
    }
}
