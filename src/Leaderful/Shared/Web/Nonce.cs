using System.Security.Cryptography;

namespace Leaderful.Shared.Web;

/// <summary>The word that lets this response's own scripts and styles run.</summary>
public static class Nonce
{
    public static string Of(HttpContext context) =>
        (string)(context.Items[typeof(Nonce)] ??= Convert.ToHexString(RandomNumberGenerator.GetBytes(12)));
}
