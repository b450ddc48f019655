namespace Leaderful.Shared.Web;

/// <summary>A word for the next page only: what was just done, so that it can be said once and survives no reload.</summary>
public static class Flash
{
    private const string Cookie = "leaderful-note";

    /// <summary>The kept draft of this form may go: the server has it now.</summary>
    public static void DraftDone(HttpContext context, string key) => Leave(context, $"draft:{key}");

    public static void Leave(HttpContext context, string note) => context.Response.Cookies.Append(Cookie, note, Options(context, TimeSpan.FromMinutes(1)));

    public static string? Take(HttpContext context, string kind)
    {
        if (context.Request.Cookies[Cookie] is not { } note || !note.StartsWith(kind + ":", StringComparison.Ordinal)) return null;
        context.Response.Cookies.Append(Cookie, "", Options(context, TimeSpan.Zero));
        return note[(kind.Length + 1)..];
    }

    private static CookieOptions Options(HttpContext context, TimeSpan age) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", MaxAge = age };
}
