using Leaderful.Accounts.Guests;

namespace Leaderful.Accounts;

/// <summary>Who a browser is, by what it carries: its device's person, or else a guest. What runs for hours asks again by the same token.</summary>
public sealed class ReaderTokens(Sessions sessions, GuestPasses guests)
{
    /// <summary>The person where one is signed in, the guest otherwise, with the token that says so.</summary>
    public async ValueTask<(Reader Reader, string Token)?> Of(HttpContext context)
    {
        if (context.User.Identity is SessionIdentity { Session: var session }) return (session, context.Request.Cookies[DeviceAuthentication.CookieOn(context)] ?? "");
        return await GuestOf(context) is var (guest, token) ? (guest, token) : null;
    }

    /// <summary>Whoever is signed in may be a guest beside that, in a room of a community that is not theirs: what only the guest reads, they read as one.</summary>
    public async ValueTask<(Reader Reader, string Token)?> Of(HttpContext context, Func<RoomGuest, Task<bool>> reads)
    {
        var first = await Of(context);
        return first is { Reader: Session me } && await GuestOf(context) is var (guest, token) && me.In(guest.Around.Slug) is null && await reads(guest) ? (guest, token) : first;
    }

    public async ValueTask<(RoomGuest Guest, string Token)?> GuestOf(HttpContext context) =>
        GuestCookie.Of(context) is { } token && await guests.Find(token) is { } guest ? (guest, token) : null;

    public async ValueTask<Reader?> Again(Reader before, string token) => before is RoomGuest ? await guests.Find(token) : await sessions.Find(token);
}
