using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Data;
using Leaderful.Linking;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Web;

namespace Leaderful.Pages.Hanging;

/// <summary>A page that could be hung on, with what it hangs on itself, so that two of one name can be told apart.</summary>
public sealed record PagePlace(Id<Page> Id, string Title, string? On)
{
    public string Said => On is null ? Title : $"{On} › {Title}";
}

/// <summary>Where a page stands, and where it could instead.</summary>
public sealed record PlaceModel(PageHead Page, Form Form, AboutThing? Now, IReadOnlyList<OwnCircle> Circles, IReadOnlyList<PagePlace> Pages)
{
    public const string Top = "top";
    public const string Under = "under";
    private const int Most = 200;

    public static async Task<PlaceModel> Of(Db db, Viewer viewer, PageHead page, Form? form = null)
    {
        var now = await db.ThingHungOn(viewer, page.AboutId);
        form ??= Form.With(("how", now switch { null => Top, { Kind: ThingKind.Circle } => now.Id.ToString(), _ => Under }), ("under", now?.Id.ToString() ?? ""));
        return new PlaceModel(page, form, now, [.. viewer.Me.Circles.Where(c => c.CommunityId == viewer.Here.Id)], await PlacesFor(db, viewer, page.Id));
    }

    /// <summary>The latest, without the page itself and what hangs on it.</summary>
    private static Task<List<PagePlace>> PlacesFor(Db db, Viewer viewer, Id<Page> page) => db.Ask($"""
        WITH RECURSIVE own AS (
            SELECT p."Id" FROM pages p WHERE p."Id" = {page}
            UNION
            SELECT p."Id" FROM own JOIN pages p ON p."AboutId" = own."Id")
        SELECT p."Id", p."Title", CASE WHEN up."Id" IS NULL THEN NULL ELSE on_page."Title" END
        FROM pages p JOIN things t ON t."Id" = p."Id" LEFT JOIN pages on_page ON on_page."Id" = p."AboutId"
        LEFT JOIN things up ON up."Id" = on_page."Id" AND up."DeletedAt" IS NULL AND up."ScopeId" IN {viewer.Me.Scopes}
        WHERE p."CommunityId" = {viewer.Here.Id} AND {PageTrees.IsSeen(viewer.Me)} AND p."Id" NOT IN (SELECT "Id" FROM own)
        ORDER BY COALESCE(p."WrittenAt", t."CreatedAt") DESC LIMIT {Most}
        """, row => new PagePlace(row.Id<Page>(0), row.Text(1), row.TextOrNone(2)));
}
