using System.Security.Cryptography;
using System.Text.Json;
using Leaderful.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Leaderful.Accounts;

/// <summary>Small things a browser keeps for us for minutes, which it can neither read nor change.</summary>
public sealed class SealedCookies(IDataProtectionProvider protection, TimeProvider time)
{
    public void Give<T>(HttpContext context, string name, T value, TimeSpan lasts)
    {
        var text = JsonSerializer.Serialize(new Sealed<T>(value, time.Utc() + lasts));
        context.Response.Cookies.Append(NameOn(context, name), For(name).Protect(text), DeviceCookie.Options(context, lasts));
    }

    /// <summary>What we gave, if it is ours and not too old.</summary>
    public T? Read<T>(HttpContext context, string name) where T : class
    {
        if (context.Request.Cookies[NameOn(context, name)] is not { Length: > 0 } text) return null;
        try
        {
            var kept = JsonSerializer.Deserialize<Sealed<T>>(For(name).Unprotect(text));
            return kept is not null && kept.Until > time.Utc() ? kept.Value : null;
        }
        catch (Exception failure) when (failure is CryptographicException or JsonException)
        {
            return null;
        }
    }

    public static void TakeBack(HttpContext context, string name) =>
        context.Response.Cookies.Delete(NameOn(context, name), DeviceCookie.Options(context, null));

    private IDataProtector For(string name) => protection.CreateProtector("cookie", name);

    private static string NameOn(HttpContext context, string name) => $"{DeviceAuthentication.CookieOn(context)}-{name}";

    private sealed record Sealed<T>(T Value, DateTime Until);
}
