using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Pages.Together;

namespace Leaderful.Pages;

/// <summary>A page in a list; with the circle it is for, where it is not for the community.</summary>
public sealed record ListedPage(Id<Page> Id, string Title, DateTime At, bool IsWritten, string? Circle)
{
    /// <summary>What it hangs on, and what hangs on it where the list shows that.</summary>
    public Id<Thing>? On { get; init; }
    public IReadOnlyList<ListedPage> Below { get; init; } = [];
}

public static class PageQueries
{

    /// <summary>Every opening of a page is a client of its own; all of them go along with the page as it is shown.</summary>
    private const int MostWriters = 300;
    private const int All = 50_000;

    /// <summary>Whose hand each Yjs client is; where they are many, of those whose words still stand there.</summary>
    public static async Task<IReadOnlyDictionary<long, PageEditorModel.Writer>> WritersOf(this Db db, Id<Page> id)
    {
        var writers = await db.WritersOf(id, MostWriters + 1);
        if (writers.Count > MostWriters)
        {
            var there = PageText.Hands(PageText.Read(await db.Written(id)));
            writers = [.. (await db.WritersOf(id, All)).Where(w => there.Contains(w.Client)).Take(MostWriters)];
        }
        return writers.ToDictionary(w => w.Client, w => new PageEditorModel.Writer(w.Name, PageEditorModel.ColourOf(w.Actor)));
    }

    private static Task<List<(long Client, Id<Actor> Actor, string Name)>> WritersOf(this Db db, Id<Page> id, int most) => db.Ask($"""
        SELECT w."Client", a."Id", a."Name" FROM page_writers w JOIN actors a ON a."Id" = w."ActorId" WHERE w."PageId" = {id} LIMIT {most}
        """, row => (row.Long(0), row.Id<Actor>(1), row.Text(2)));

    /// <summary>What of those taken down this reader may put back.</summary>
    public static Task<List<BinItem>> PagesInBin(this Db db, Session me, Here here, DateTime since)
    {
        Sql theirs = here.IsSteward ? (Sql)$"""(t."DeletedById" = {me.ActorId} OR t."DeletedById" <> t."AuthorId")""" : $"""t."DeletedById" = {me.ActorId}""";
        return db.Ask($"""
            SELECT p."Id", p."Title", t."DeletedAt" FROM pages p JOIN things t ON t."Id" = p."Id"
            WHERE p."CommunityId" = {here.Id} AND t."ScopeId" IN {me.Scopes} AND t."DeletedAt" > {since} AND {theirs}
            """, row => new BinItem(default, null, row.Text(1), "", "", row.Time(2)) { Page = row.Id<Page>(0) });
    }
}
