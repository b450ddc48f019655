using Leaderful.Accounts;
using Leaderful.Accounts.Guests;
using Leaderful.Gatherings.Calendars;
using Leaderful.Shared.Parts;
using Leaderful.Shared.Views;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;

namespace Leaderful.Shared.Web;

/// <summary>What every request passes, from the outermost in.</summary>
public static class House
{
    private const int TlsPort = 5443;

    public static void AddHouse(this WebApplicationBuilder builder, Settings settings)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1 << 20;
            if (settings.Host.Length > 0)
                kestrel.ListenAnyIP(TlsPort, listen => listen.UseHttps(OwnCertificate.For(settings.Host, settings.KeyFolder, TimeProvider.System)));
        });
        // What is written goes out on the thread that wrote it. With a queue between, a page stands behind thousands who watch.
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Languages>();
        services.AddSingleton<Bundle>();
        services.AddSingleton<Sprite>();
        services.AddHttpContextAccessor();
        services.AddScoped<Viewer>();
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(settings.KeyFolder)).SetApplicationName("leaderful");
        services.AddAuthentication(DeviceAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, DeviceAuthentication>(DeviceAuthentication.SchemeName, null);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false);
        services.AddRateLimiter(RateLimits.Set);
        services.Configure<ForwardedHeadersOptions>(o => o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost);
    }

    public static void UseHouse(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSafeHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = Say,
            StatusCodeSelector = failure => failure is BadHttpRequestException asked ? asked.StatusCode : StatusCodes.Status500InternalServerError,
            // What somebody sent us in pieces is no fault of ours, and a log of it would be theirs to fill.
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePages(context => Say(context.HttpContext));
        app.UseSameOrigin();
        app.UseSetUpGate();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseGuestLimits();
        app.UseFeedLimits();
        app.UseRateLimiter();
        app.UseWebSockets();
        app.MapOwnFiles();
    }

    private static Task Say(HttpContext context)
    {
        var viewer = context.RequestServices.GetRequiredService<Viewer>();
        var status = context.Response.StatusCode switch
        {
            // An address cut short on its way, in a mail for instance: nothing is there.
            StatusCodes.Status400BadRequest when HttpMethods.IsGet(context.Request.Method) => StatusCodes.Status404NotFound,
            >= 400 and var s => s,
            _ => StatusCodes.Status500InternalServerError,
        };
        return Screen.Show<MessagePage, Message>(Message.For(status, viewer.Words).Within(Around(context, viewer), viewer.Words), status).ExecuteAsync(context);
    }

    /// <summary>The community of theirs somebody was in as it happened, by the address alone: no door need have let them in.</summary>
    private static Here? Around(HttpContext context, Viewer viewer) =>
        context.Request.Path.Value?.Split('/') is ["", "c", var slug, ..] ? viewer.Session?.In(slug) : null;
}
