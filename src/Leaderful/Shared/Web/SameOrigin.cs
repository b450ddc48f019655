namespace Leaderful.Shared.Web;

/// <summary>
/// Unsafe methods are taken from our own pages only. Browsers say so in Sec-Fetch-Site; where that is missing, the Origin
/// must be ours. No tokens in forms, so a page can be rendered outside a request and morphed.
/// </summary>
public static class SameOrigin
{
    public static void UseSameOrigin(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (IsSafe(context.Request.Method) || IsOurs(context.Request) || IsBetweenMachines(context.Request)) return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    /// <summary>Where a machine hands something in, with a secret of its own that no browser brings along by itself.</summary>
    private static bool IsBetweenMachines(HttpRequest request) => request.Path == Mail.Receiving.ReceivingEndpoints.Path;

    private static bool IsOurs(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site
            ? site == "same-origin"
            : request.Headers.Origin == $"{request.Scheme}://{request.Host}";
}
