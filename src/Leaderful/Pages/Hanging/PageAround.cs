using Leaderful.Data;
using Leaderful.Linking;
using Leaderful.Shared.Web;

namespace Leaderful.Pages.Hanging;

/// <summary>What belongs to a page as far as its reader sees: the pages below it, what is said about it, and what points to it.</summary>
public sealed record PageAround(IReadOnlyList<ListedPage> Below, IReadOnlyList<SpokenOf> Talk, IReadOnlyList<SpokenOf> SpokenOf, IReadOnlyList<SpokenOf> Pointing)
{
    public bool IsEmpty => Below.Count + Talk.Count + SpokenOf.Count + Pointing.Count == 0;

    public static async Task<PageAround> Of(Db db, Viewer viewer, PageHead page)
    {
        var thing = page.Id.As<Thing>();
        return new PageAround(await db.PagesOn(viewer, thing), await db.ConversationsAbout(viewer, thing), await db.SpokenOf(viewer, page), await db.PagesPointingTo(viewer, thing));
    }
}
