using Leaderful.Accounts.Guests;
using Leaderful.Data;
using Leaderful.OpenSpace.Reports;
using Leaderful.OpenSpace.Wall;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Room;

/// <summary>What a guest can do about being one: go, take their name off, or say who they are.</summary>
public static class GuestEndpoints
{
    public static void MapGuest(this RouteGroupBuilder room)
    {
        room.MapGet("/guest", Show);
        room.MapPost("/guest/ending", End).RequireRateLimiting(RateLimits.InRoom);
        room.MapPost("/guest/claim", Claim).RequireRateLimiting(RateLimits.InRoom);
    }

    private static async Task<IResult> Show(Id<Space> id, HttpContext context, Viewer viewer, Db db, GuestPasses guests, TimeProvider time) =>
        await SpaceAccess.ForReading(db, viewer, id) is { } head && await Find(id, context, guests) is { } guest
            ? Screen.Show<GuestPage, GuestModel>(new(head, guest, (await db.BoardOf(id)).UnreportedOf(guest.ActorId, head.Local(time.Utc())))) : Results.NotFound();

    private static async Task<IResult> End(Id<Space> id, Form form, HttpContext context, Writes writes, GuestPasses guests)
    {
        if (await Find(id, context, guests) is not { } guest) return Results.NotFound();
        await writes.Do(unit => unit.EndGuest(guest.PassId, form["name"] == "off"));
        GuestCookie.TakeBack(context);
        return Screen.Go(EnteringEndpoints.Path);
    }

    /// <summary>Whoever is signed in on the browser a guest used says that it was them.</summary>
    private static async Task<IResult> Claim(Id<Space> id, HttpContext context, Viewer viewer, Writes writes, GuestPasses guests)
    {
        if (viewer.Session is not { } me || await Find(id, context, guests) is not { } guest) return Results.NotFound();
        await writes.Do(unit => unit.ClaimGuest(me, guest.PassId));
        GuestCookie.TakeBack(context);
        return Screen.Go(viewer.Guest is null ? $"{viewer.Here.Path}/gatherings/{id}/wall" : "/", new Done("room.claimed", Name: guest.Name));
    }

    internal static async Task<RoomGuest?> Find(Id<Space> id, HttpContext context, GuestPasses guests) =>
        await guests.Of(context) is { } guest && guest.RoomId == id.As<Thing>() ? guest : null;
}

/// <summary>A guest, and what they called together that is over and of which nobody has written.</summary>
public sealed record GuestModel(SpaceHead Head, RoomGuest Guest, IReadOnlyList<Slip> ToReport);
