using System.Security.Cryptography;
using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Communities.Invitations;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings.Calendars;

public sealed record FeedsModel(IReadOnlyList<OwnFeed> Feeds, Form Form);

/// <summary>What is shown of a new feed; later, when the token is forgotten, only that it was shown.</summary>
public sealed record FeedModel(string? Address);

/// <summary>Addresses by which a calendar elsewhere shows one's gatherings.</summary>
public static class FeedEndpoints
{
    private const string Ending = ".ics";

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        app.MapGroup("/calendar").ForAnyone("a calendar program has nothing but the address").MapGet("/{token}", Read).RequireRateLimiting(RateLimits.Feeding);
        var mine = app.MapGroup("/me/calendars").ForPeople("each sees and ends their own");
        mine.MapGet("", async (Viewer viewer, Db db) => Screen.Show<FeedsPage, FeedsModel>(new(await db.FeedsOf(viewer.Me.PersonId), Form.With(("whose", nameof(Whose.Mine))))));
        mine.MapPost("", Make).RequireRateLimiting(RateLimits.Writing);
        mine.MapGet("/{id}", Show);
        mine.MapPost("/{id}/ending", End).RequireRateLimiting(RateLimits.Writing);
    }

    /// <summary>An address that is none is counted with all that come from its network.</summary>
    public static void UseFeedLimits(this WebApplication app) => app.CountBy(RateLimits.Feeding, async context =>
        TokenOf(context.Request.RouteValues["token"] as string ?? "") is { } token
        && await context.RequestServices.GetRequiredService<FeedReading>().Whose(token) is { } feed ? $"feed {feed}" : null);

    private static string? TokenOf(string path) => path.EndsWith(Ending, StringComparison.Ordinal) ? path[..^Ending.Length] : null;

    private static async Task<IResult> Read(string token, HttpContext context, FeedReading feeds)
    {
        if (TokenOf(token) is not { } own || await feeds.Read(own, context) is not { } bytes) return Results.NotFound();
        context.Response.Headers.CacheControl = "private, max-age=300";
        return Results.Bytes(bytes, "text/calendar; charset=utf-8");
    }

    private static async Task<IResult> Make(Form form, HttpContext context, Viewer viewer, Db db, Writes writes)
    {
        var feeds = await db.FeedsOf(viewer.Me.PersonId);
        var community = viewer.Me.Communities.FirstOrDefault(c => c.Id.ToString() == form["community"]);
        if (form["community"].Length > 0 && community is null) form.Refuse("community", viewer.Words["gatherings.feeds.wrong.community"]);
        if (feeds.Count >= Feeding.Most) form.Refuse("whose", viewer.Words["gatherings.feeds.wrong.many"]);
        if (!form.IsRight) return Screen.ShowAgain<FeedsPage, FeedsModel>(new(feeds, form));
        var (id, token) = await writes.Do(unit => Task.FromResult(unit.MakeFeed(viewer.Me, form.Choice("whose", Whose.Mine), community?.Id)));
        SlipCookie.Leave(context, $"/me/calendars/{id}", token);
        return Screen.Go($"/me/calendars/{id}");
    }

    private static async Task<IResult> Show(Id<CalendarFeed> id, HttpContext context, Viewer viewer, Db db, InstanceAddress address)
    {
        var person = viewer.Me.PersonId;
        var hash = await db.The<CapabilityLink>().Where(l => l.EndedAt == null && db.The<CalendarFeed>().Any(f => f.Id == id && f.PersonId == person && f.LinkId == l.Id)).Select(l => l.TokenHash).SingleOrDefaultAsync();
        if (hash is null) return Results.NotFound();
        var token = SlipCookie.Read(context);
        var fits = token is not null && CryptographicOperations.FixedTimeEquals(CapabilityLink.Hash(token), hash);
        return Screen.Show<FeedPage, FeedModel>(new(fits ? $"{await address.For(context)}/calendar/{token}{Ending}" : null));
    }

    private static async Task<IResult> End(Id<CalendarFeed> id, Viewer viewer, Writes writes) =>
        await writes.Do(unit => unit.EndFeed(viewer.Me, id)) ? Screen.Go("/me/calendars", new Done("gatherings.feeds.ended")) : Results.NotFound();
}
