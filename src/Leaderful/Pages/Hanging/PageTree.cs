using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Shared.Views;

namespace Leaderful.Pages.Hanging;

/// <summary>What hangs on a circle, in the list of all pages.</summary>
public sealed record CirclePages(Id<Circle> Id, string Name, IReadOnlyList<ListedPage> Pages);

/// <summary>A community's pages as one reader finds them: what stands at the top, with what is below it, and then each circle's.</summary>
public sealed record PageList(IReadOnlyList<ListedPage> Pages, ListPlace? From, ListPlace? Older)
{
    public IReadOnlyList<CirclePages> Circles { get; init; } = [];

    /// <summary>There is more below than is shown at once.</summary>
    public bool IsCut { get; init; }
}

/// <summary>
/// Pages in a tree. Whoever may not see what a page hangs on finds it at the top, as though it hung on nothing. However many
/// there are, it is three questions.
/// </summary>
public static class PageTrees
{
    public const int OnOnePage = 50;
    public const int Deepest = 20;
    private const int MostInCircles = 200;
    private const int MostBelow = 500;

    /// <summary>A page <c>p</c> with its thing <c>t</c> that stands, on a rung of theirs.</summary>
    internal static Sql IsSeen(Session me) => $"""t."DeletedAt" IS NULL AND t."ScopeId" IN {me.Scopes}""";

    /// <summary>As a row of a list; with the circle that reads it, where it is not the community.</summary>
    internal static Sql Columns => $"""p."Id", p."Title", COALESCE(p."WrittenAt", t."CreatedAt") AS "At", p."WrittenAt", p."AboutId", t."ScopeId" """;

    internal static ListedPage Read(SqlRow row, Session me) =>
        new(row.Id<Page>(0), row.Text(1), row.Time(2), !row.IsNone(3), me.CircleOn(row.Id<Scope>(5))?.Name) { On = row.IdOrNone<Thing>(4) };

    /// <summary>What was written on last stands first; what nobody wrote on yet stands where it was begun.</summary>
    public static async Task<PageList> PagesIn(this Db db, Session me, Here here, ListPlace? from)
    {
        Sql beyond = from is { } place ? (Sql)$""" AND COALESCE(p."WrittenAt", t."CreatedAt") <= {place.At}""" : Sql.None;
        var top = await db.Ask($"""
            SELECT {Columns} FROM pages p JOIN things t ON t."Id" = p."Id"
            LEFT JOIN things up ON up."Id" = p."AboutId" AND up."Kind" IN ('Page', 'Circle') AND up."DeletedAt" IS NULL AND up."ScopeId" IN {me.Scopes}
            WHERE p."CommunityId" = {here.Id} AND {IsSeen(me)} AND up."Id" IS NULL{beyond}
            ORDER BY 3 DESC, 1 DESC LIMIT {OnOnePage + 1} OFFSET {from?.Passed ?? 0}
            """, row => Read(row, me));
        var shown = top.Take(OnOnePage).ToList();
        var circles = from is null ? await db.OnCircles(me, here) : [];
        var below = await db.Below([.. shown.Concat(circles.SelectMany(c => c.Pages)).Select(p => p.Id)], me);
        return new PageList(shown.Grown(below), from, top.Count > OnOnePage ? ListPlace.After([.. shown.Select(p => p.At)], from) : null)
        {
            Circles = [.. circles.Select(c => c with { Pages = c.Pages.Grown(below) })], IsCut = below.Count > MostBelow,
        };
    }

    private static async Task<List<CirclePages>> OnCircles(this Db db, Session me, Here here)
    {
        var rows = await db.Ask($"""
            SELECT {Columns}, c."Id", c."Name" FROM pages p JOIN things t ON t."Id" = p."Id"
            JOIN circles c ON c."Id" = p."AboutId" JOIN things up ON up."Id" = c."Id" AND up."DeletedAt" IS NULL AND up."ScopeId" IN {me.Scopes}
            WHERE p."CommunityId" = {here.Id} AND {IsSeen(me)} ORDER BY c."Name", 1 LIMIT {MostInCircles}
            """, row => (Page: Read(row, me), Circle: row.Id<Circle>(6), Name: row.Text(7)));
        return [.. rows.GroupBy(r => r.Circle).Select(c => new CirclePages(c.Key, c.First().Name, [.. c.Select(r => r.Page)]))];
    }

    /// <summary>All that hangs on some pages, step by step, and one more where that is not all.</summary>
    private static async Task<List<ListedPage>> Below(this Db db, IReadOnlyList<Id<Page>> pages, Session me) => pages.Count == 0 ? [] : await db.Ask($"""
        WITH RECURSIVE below AS (
            SELECT {Columns}, 1 AS "Step" FROM pages p JOIN things t ON t."Id" = p."Id" WHERE p."AboutId" IN {pages} AND {IsSeen(me)}
            UNION ALL
            SELECT {Columns}, below."Step" + 1 FROM below JOIN pages p ON p."AboutId" = below."Id" JOIN things t ON t."Id" = p."Id"
            WHERE {IsSeen(me)} AND below."Step" < {Deepest})
        SELECT "Id", "Title", "At", "WrittenAt", "AboutId", "ScopeId" FROM below ORDER BY "Step", "Id" LIMIT {MostBelow + 1}
        """, row => Read(row, me));

    private static IReadOnlyList<ListedPage> Grown(this IReadOnlyList<ListedPage> pages, List<ListedPage> below)
    {
        var on = below.ToLookup(p => p.On);
        return [.. pages.Select(Grow)];

        ListedPage Grow(ListedPage page) => page with { Below = [.. on[page.Id.As<Thing>()].Select(Grow)] };
    }
}
