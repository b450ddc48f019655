using Microsoft.AspNetCore.RateLimiting;

namespace Leaderful.Shared.Web;

/// <summary>
/// By what somebody is counted who is not signed in and shares their address with many: what they bring is looked up first, for only
/// what was found to be good may count apart from the address.
/// </summary>
public static class CountedBy
{
    public static void CountBy(this WebApplication app, string policy, Func<HttpContext, ValueTask<string?>> whose) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == policy && await whose(context) is { } found)
            context.Items[typeof(CountedBy)] = found;
        await next(context);
    });

    public static string? Of(HttpContext context) => context.Items[typeof(CountedBy)] as string;
}
