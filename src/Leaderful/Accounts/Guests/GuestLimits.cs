using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.AspNetCore.RateLimiting;

namespace Leaderful.Accounts.Guests;

/// <summary>
/// In a hall many guests share one address, so each is counted by their pass. A cookie alone says nothing, anybody can make one up:
/// it is looked up before it counts, and what is no pass is counted by its address.
/// </summary>
public static class GuestLimits
{
    public static void UseGuestLimits(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == RateLimits.InRoom
            && await context.RequestServices.GetRequiredService<GuestPasses>().Of(context) is { } guest)
            context.Items[typeof(GuestPass)] = guest.PassId;
        await next(context);
    });

    /// <summary>By what a guest is counted who was found to be one.</summary>
    public static string? Whose(HttpContext context) => context.Items[typeof(GuestPass)] is Id<GuestPass> pass ? $"guest {pass}" : null;
}
