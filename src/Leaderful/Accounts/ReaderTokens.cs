using Leaderful.Accounts.Guests;

namespace Leaderful.Accounts;

/// <summary>Who a browser is, by what it carries: its device's person, or else a guest. What runs for hours asks again by the same token.</summary>
public sealed class ReaderTokens(Sessions sessions, GuestPasses guests)
{
    /// <summary>The person where one is signed in, the guest otherwise, with the token that says so.</summary>
    public async ValueTask<(Reader Reader, string Token)?> Of(HttpContext context)
    {
        if (context.User.Identity is SessionIdentity { Session: var session }) return (session, context.Request.Cookies[DeviceAuthentication.CookieOn(context)] ?? "");
        return GuestCookie.Of(context) is { } token && await guests.Find(token) is { } guest ? (guest, token) : null;
    }

    public async ValueTask<Reader?> Again(Reader before, string token) => before is RoomGuest ? await guests.Find(token) : await sessions.Find(token);
}
