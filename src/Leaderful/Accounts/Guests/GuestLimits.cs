using Leaderful.Shared.Web;

namespace Leaderful.Accounts.Guests;

/// <summary>
/// In a hall many guests share one address, so each is counted by their pass. A cookie alone says nothing, anybody can make one up:
/// it is looked up before it counts, and what is no pass is counted by its address.
/// </summary>
public static class GuestLimits
{
    public static void UseGuestLimits(this WebApplication app) => app.CountBy(RateLimits.InRoom, async context =>
        await context.RequestServices.GetRequiredService<GuestPasses>().Of(context) is { } guest ? $"guest {guest.PassId}" : null);
}
