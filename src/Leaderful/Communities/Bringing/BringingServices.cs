using Leaderful.Data;
using Leaderful.Live;

namespace Leaderful.Communities.Bringing;

public static class BringingServices
{
    public static void AddBringing(this IServiceCollection services)
    {
        services.AddSingleton<IOutboxHandler, InvitingGuests>();
        services.AddSingleton<IOutboxHandler, GuestExpiry>();
        services.AddSingleton<ILiveSource, GuestListLive>();
    }
}
