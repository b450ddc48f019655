using Leaderful.Data;

namespace Leaderful.Communities.Bringing;

public static class BringingServices
{
    public static void AddBringing(this IServiceCollection services)
    {
        services.AddSingleton<IOutboxHandler, InvitingGuests>();
        services.AddSingleton<IOutboxHandler, GuestExpiry>();
    }
}
