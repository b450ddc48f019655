namespace Leaderful.Communities.Invitations;

/// <summary>
/// Keeps a new invitation's token with the one who made it, for an hour and for its own page alone, so that the page can be
/// loaded again or printed while the house itself forgets the token at once.
/// </summary>
public static class SlipCookie
{
    private const string Name = "leaderful-slip";

    public static void Leave(HttpContext context, string path, string token) => context.Response.Cookies.Append(Name, token, new CookieOptions
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromHours(1), Path = path,
    });

    public static string? Read(HttpContext context) => context.Request.Cookies[Name];
}
