using Leaderful.Accounts;
using Leaderful.Accounts.Guests;
using Leaderful.Data;

namespace Leaderful.Shared.Web;

/// <summary>Who looks, in which language, and in which community they are.</summary>
public sealed class Viewer(IHttpContextAccessor accessor, Languages languages)
{
    private Here? here;

    public Session? Session { get; } = accessor.HttpContext?.User.Identity is SessionIdentity identity ? identity.Session : null;

    public Words Words => field ??= languages.Best(Session?.Language, accessor.HttpContext?.Request.Headers.AcceptLanguage.ToString());

    /// <summary>One text in every language of the house.</summary>
    public IEnumerable<string> InEach(string key) => languages.InEach(key);

    /// <summary>The languages the person would like, best first, whether or not the house speaks them: their own choice or the browser's list.</summary>
    public IReadOnlyList<string> LanguageWishes => Session?.Language is { Length: > 0 } chosen ? [chosen]
        : [.. (accessor.HttpContext?.Request.Headers.AcceptLanguage.ToString() ?? "").Split(',').Select(w => w.Split(';')[0].Trim()).Where(w => w is { Length: > 1 })];

    public string Nonce => accessor.HttpContext is { } context ? Web.Nonce.Of(context) : "";

    public string Path => accessor.HttpContext is { Request: var request } ? request.Path + request.QueryString : "/";

    /// <summary>What was done just before this page, to be said on it.</summary>
    public Done? TakeDone() => accessor.HttpContext is { } context ? Done.Take(context) : null;

    /// <summary>The address the reader sees in the browser, without a path.</summary>
    public string Origin => accessor.HttpContext is { Request: var request } ? $"{request.Scheme}://{request.Host}" : "";

    /// <summary>The signed-in person; only where the route's door let nobody else in.</summary>
    public Session Me => Session ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The community this page is in; only behind a community's door.</summary>
    public Here Here => here ?? throw new InvalidOperationException("Not in a community.");

    public Here? HereOrNone => here;

    /// <summary>Who takes part by their name alone; only behind a room's door, and only where nobody is signed in who belongs here.</summary>
    public RoomGuest? Guest { get; private set; }

    /// <summary>Whoever takes part: the person, or the guest.</summary>
    public Reader Reader => Guest ?? (Reader)Me;

    /// <summary>Under which name a page is read, so that a browser asks for what changes on it under the same; nothing where nobody is known.</summary>
    public Id<Actor>? Eyes => Guest?.ActorId ?? Session?.ActorId;

    public void Enter(Here community) => here = community;

    public void Enter(RoomGuest guest) => (here, Guest) = (guest.Around, guest);
}
