namespace Leaderful.Accounts.Guests;

/// <summary>The cookie that holds a guest's token, beside a device's own: signing in does not lose what one did as a guest.</summary>
public static class GuestCookie
{
    public static string NameOn(HttpContext context) => context.Request.IsHttps ? "__Host-leaderful-guest" : "leaderful-guest";

    public static string? Of(HttpContext context) => context.Request.Cookies[NameOn(context)] is { Length: > 0 and < 100 } token ? token : null;

    public static void Give(HttpContext context, string token) =>
        context.Response.Cookies.Append(NameOn(context), token, DeviceCookie.Options(context, GuestPass.Lasts));

    public static void TakeBack(HttpContext context) => context.Response.Cookies.Delete(NameOn(context), DeviceCookie.Options(context, null));
}
