using Leaderful.Accounts;

namespace Leaderful.Shared.Web;

/// <summary>
/// What was just done, said once on the next page, with the way to take it back:
/// <c>Screen.Go(path, new Done("people.ended", undo, name))</c>. It travels in a sealed cookie of two minutes, so nobody can
/// put words into the house's mouth. <see cref="Key"/> is a resource key, which may hold <c>{name}</c>; <see cref="Undo"/> is
/// an ordinary route that takes a form post, and its door decides anew; <see cref="Draft"/> names the kept draft that may go
/// now, in a cookie of its own that says nothing and need not be sealed.
/// </summary>
public sealed record Done(string Key, string? Undo = null, string Name = "", string? Draft = null)
{
    /// <summary>Nothing to say: only a draft that may go.</summary>
    public static Done WithDraft(string key) => new("", Draft: key);

    private const string Note = "done";
    private const string DraftNote = "draft";
    private const int LongestDraft = 200;
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(2);

    public void Leave(HttpContext context)
    {
        if (Key.Length > 0) Cookies(context).Give(context, Note, this with { Draft = null }, Lasts);
        if (Draft is not null) context.Response.Cookies.Append(DraftName(context), Draft, DeviceCookie.Options(context, Lasts));
    }

    /// <summary>Reads it and lets go of it.</summary>
    public static Done? Take(HttpContext context)
    {
        var said = Cookies(context).Read<Done>(context, Note);
        if (said is not null) SealedCookies.TakeBack(context, Note);
        if (context.Request.Cookies[DraftName(context)] is not { Length: > 0 and < LongestDraft } draft) return said;
        context.Response.Cookies.Delete(DraftName(context), DeviceCookie.Options(context, null));
        return said is null ? WithDraft(draft) : said with { Draft = draft };
    }

    private static SealedCookies Cookies(HttpContext context) => context.RequestServices.GetRequiredService<SealedCookies>();

    private static string DraftName(HttpContext context) => $"{DeviceAuthentication.CookieOn(context)}-{DraftNote}";
}
