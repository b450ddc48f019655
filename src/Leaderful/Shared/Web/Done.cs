using Leaderful.Accounts;

namespace Leaderful.Shared.Web;

/// <summary>
/// What was just done, said once on the next page, with the way to take it back:
/// <c>Page.Go(path, new Done("people.ended", undo, name))</c>. It travels in a sealed cookie of two minutes, so no link can
/// put words into the house's mouth. <see cref="Key"/> is a resource key, which may hold <c>{name}</c>; <see cref="Undo"/> is
/// an ordinary route that takes a form post, and its door decides anew; <see cref="Draft"/> is the kept draft that may go now.
/// </summary>
public sealed record Done(string Key, string? Undo = null, string Name = "", string? Draft = null)
{
    /// <summary>Nothing to say: only a draft that may go.</summary>
    public static Done WithDraft(string key) => new("", Draft: key);

    private const string Note = "done";
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(2);

    public void Leave(HttpContext context) => Cookies(context).Give(context, Note, this, Lasts);

    /// <summary>Reads it and lets go of it.</summary>
    public static Done? Take(HttpContext context)
    {
        if (Cookies(context).Read<Done>(context, Note) is not { } done) return null;
        SealedCookies.TakeBack(context, Note);
        return done;
    }

    private static SealedCookies Cookies(HttpContext context) => context.RequestServices.GetRequiredService<SealedCookies>();
}
