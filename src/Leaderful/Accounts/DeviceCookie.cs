namespace Leaderful.Accounts;

/// <summary>The cookie that holds a device's token: unreadable to scripts, sent to this host alone.</summary>
public static class DeviceCookie
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(60);

    public static void Give(HttpContext context, string token) =>
        context.Response.Cookies.Append(DeviceAuthentication.CookieOn(context), token, Options(context, Lasts));

    public static void TakeBack(HttpContext context) =>
        context.Response.Cookies.Delete(DeviceAuthentication.CookieOn(context), Options(context, null));

    public static CookieOptions Options(HttpContext context, TimeSpan? lasts) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", IsEssential = true, MaxAge = lasts,
    };
}
