using System.Globalization;
using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;

namespace Leaderful.Live;

public static class LiveEndpoints
{
    private const int MostStreams = 40;

    public static void MapLive(this IEndpointRouteBuilder app) =>
        app.MapGroup("").ForAnyone("Each stream is authorised by the door of what it shows; guests of a room see that room.").MapGet("/live", Watch);

    private static async Task Watch(HttpContext context, LiveWatch watch, LiveSender sender, LiveSeats seats, LiveNames names, Viewer viewer, ReaderTokens readers)
    {
        var wishes = context.Request.Query["s"].OfType<string>().Take(MostStreams).Select(one => Read(names, one)).OfType<LiveWish>().DistinctBy(w => w.Key).ToList();
        if (await readers.Of(context, guest => watch.IsFor(guest, wishes)) is not var (reader, token))
        {
            await context.ChallengeAsync();
            return;
        }
        using var seat = seats.Take(reader, context);
        if (seat is null)
        {
            context.Response.Headers.RetryAfter = "60";
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var wire = context.Response.BodyWriter;
        if ((await wire.WriteAsync(LiveEvents.Here)).IsCompleted) return;
        await watch.Run(new LiveConnection(reader, token, viewer.Words.Language, wire, sender), wishes, context.RequestAborted);
    }

    private static LiveWish? Read(LiveNames names, string wish)
    {
        var at = wish.LastIndexOf('@');
        return at > 0 && long.TryParse(wish.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && names.TryRead(wish[..at], out var kind, out var id) ? new LiveWish(kind, id, version) : null;
    }
}
