using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Leaderful.Shared.Web;

/// <summary>
/// What was just done, said once on the next page, with the way to take it back:
/// <c>Page.Go(path, new Done("people.ended", undo, name))</c>. It travels in a sealed cookie of two minutes, so no link can
/// put words into the house's mouth. <see cref="Key"/> is a resource key, which may hold <c>{name}</c>; <see cref="Undo"/> is
/// an ordinary route that takes a form post, and its door decides anew.
/// </summary>
public sealed record Done(string Key, string? Undo = null, string Name = "")
{
    private const string Cookie = "leaderful-done";

    public void Leave(HttpContext context) =>
        context.Response.Cookies.Append(Cookie, Seal(context).Protect(JsonSerializer.Serialize(this)), Options(context));

    /// <summary>Reads it and lets go of it.</summary>
    public static Done? Take(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } value) return null;
        context.Response.Cookies.Delete(Cookie, Options(context));
        try
        {
            return JsonSerializer.Deserialize<Done>(Seal(context).Unprotect(value));
        }
        catch (Exception broken) when (broken is System.Security.Cryptography.CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }

    private static IDataProtector Seal(HttpContext context) =>
        context.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector(nameof(Done));

    private static CookieOptions Options(HttpContext context) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromMinutes(2), Path = "/" };
}
