using System.Text.Encodings.Web;
using Leaderful.Shared.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Leaderful.Accounts;

/// <summary>Signs a request in by its device's cookie: an opaque token, looked up; nothing in it to decrypt or to trust.</summary>
public sealed class DeviceAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Sessions sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "device";

    /// <summary>Under TLS the name itself binds the cookie to this host.</summary>
    public static string CookieOn(HttpContext context) => context.Request.IsHttps ? "__Host-leaderful" : "leaderful";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies[CookieOn(Context)] is not { Length: > 0 and < 100 } token) return AuthenticateResult.NoResult();
        if (await sessions.Find(token) is not { } session) return AuthenticateResult.NoResult();
        if (session.IsBack) DeviceCookie.Give(Context, token);
        return AuthenticateResult.Success(new AuthenticationTicket(session.Principal, SchemeName));
    }

    /// <summary>Nobody signed in: the way in is the sign-in page, whether or not there is anything behind it.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var wanted = HttpMethods.IsGet(Request.Method) ? Request.Path + Request.QueryString : "/";
        Response.StatusCode = StatusCodes.Status303SeeOther;
        Response.Headers.Location = $"/sign-in?return={Uri.EscapeDataString(LocalReturn.OrHome(wanted))}";
        return Task.CompletedTask;
    }
}
