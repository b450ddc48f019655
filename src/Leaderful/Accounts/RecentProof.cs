using Leaderful.Data;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Accounts;

/// <summary>What a stranger at an unlocked screen must not do asks once more who sits there, unless they proved it just now.</summary>
public static class RecentProof
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    public static bool HasProof(this Session session, DateTime now) => now - session.ProvedAt <= Lasts;

    /// <summary>Without a recent proof the way leads past /proof and back to <paramref name="page"/>.</summary>
    public static T WithRecentProof<T>(this T routes, string page) where T : IEndpointConventionBuilder => routes.AddEndpointFilter(async (context, next) =>
    {
        var services = context.HttpContext.RequestServices;
        return services.GetRequiredService<Viewer>().Me.HasProof(services.GetRequiredService<TimeProvider>().Utc())
            ? await next(context)
            : Screen.Go($"/proof?return={Uri.EscapeDataString(page)}");
    });
}
