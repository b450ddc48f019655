using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Shared.Offline;

public static class OfflineEndpoints
{
    public static void MapOffline(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/offline").ForAnyone("says only that there is no network").MapGet("", Show);

    private static IResult Show() => Screen.Show<OfflinePage, OfflineModel>(new OfflineModel());
}

/// <summary>It is the same whoever asks.</summary>
public sealed record OfflineModel;
