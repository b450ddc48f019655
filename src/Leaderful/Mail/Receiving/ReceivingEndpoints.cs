using System.Security.Cryptography;
using System.Text;
using Leaderful.Shared.Web;
using Microsoft.AspNetCore.Http.Features;

namespace Leaderful.Mail.Receiving;

/// <summary>
/// The door over the web: a mail as its bytes, from a mail server elsewhere that knows the secret. Whom it is for may be said in
/// <c>?to=</c>. It takes no cookie, so it need not come from a page of ours.
/// </summary>
public static class ReceivingEndpoints
{
    public const string Path = "/mail/in";

    private const string Bearer = "Bearer ";

    public static void MapReceiving(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, Receive).ForAnyone("whoever knows the secret of the settings").RequireRateLimiting(RateLimits.Writing);

    private static async Task<IResult> Receive(HttpContext context, string? to, Receiver receiver, Settings settings)
    {
        if (settings.MailInSecret.Length == 0) return Results.NotFound();
        if (!Knows(context.Request, settings.MailInSecret)) return Results.StatusCode(StatusCodes.Status401Unauthorized);
        if (context.Request.ContentLength > Receiver.MostBytes) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = Receiver.MostBytes + 1;
        return await receiver.Take(context.Request.Body, to is { Length: > 0 } ? to : null, context.RequestAborted) switch
        {
            Handed.Laid => Results.NoContent(),
            Handed.TooLarge => Results.StatusCode(StatusCodes.Status413PayloadTooLarge),
            Handed.NotOurs => Results.StatusCode(StatusCodes.Status422UnprocessableEntity),
            _ => Results.NotFound(),
        };
    }

    /// <summary>Compared as hashes, so that neither how much was right nor how long it is can be measured.</summary>
    private static bool Knows(HttpRequest request, string secret)
    {
        var said = request.Headers.Authorization.ToString();
        return said.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && CryptographicOperations.FixedTimeEquals(Hash(said[Bearer.Length..].Trim()), Hash(secret));
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
