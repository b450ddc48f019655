using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Communities.Agreements;
using Leaderful.Data;
using Leaderful.People;

namespace Leaderful.Search;

/// <summary>Who looks, and where: in all their communities or in one.</summary>
public sealed record SearchPlace(Session Me, IReadOnlyList<Id<Scope>> Scopes, Here? Community)
{
    /// <summary>Without the communities in which an agreement waits for an answer before anything is read.</summary>
    public static SearchPlace Of(Session me, Here? community, DateTime now)
    {
        var closed = me.Communities.Where(c => AgreementGate.KeepsFromReading(c, now)).Select(c => c.ScopeId).ToHashSet();
        return new SearchPlace(me, [.. me.Scopes.Where(s => !closed.Contains(s))], community);
    }
}

/// <summary>
/// One question finds a page of ids, best first; what they say is read for those alone. It is asked plainly, since the index
/// is no table of EF's. Who may read decides in the question itself: by the scope in every word, and by the scope of the row.
/// </summary>
public static class SearchQueries
{
    public const int PageSize = 20;

    /// <summary>Of what has the words, the latest so many are weighed: the best of them is as good as the best of all, and soon found.</summary>
    private const int MostWeighed = 1_000;

    /// <summary>A page, and one more where there is more.</summary>
    public static async Task<IReadOnlyList<(Id<Thing> Id, ThingKind Kind)>> Search(this Db db, SearchPlace place, SearchWish wish)
    {
        if (wish.Terms.Count == 0) return [];
        var weighed = db is SqliteDb ? Sqlite(place, wish) : Postgres(place, wish, await db.LatestShelf());
        // A title says what the whole is about. Of what is as good, the newest first.
        return await db.Ask($"""
            SELECT "ThingId", "Kind" FROM ({weighed}) AS weighed
            ORDER BY "Weight" * CASE WHEN "Kind" = 'Thread' THEN 1.5 ELSE 1 END, "At" DESC, "Number" DESC LIMIT {PageSize + 1} OFFSET {(wish.Page - 1) * PageSize}
            """, row => (row.Id<Thing>(0), Enum.Parse<ThingKind>(row.Text(1))));
    }

    private static Sql Sqlite(SearchPlace place, SearchWish wish) => $"""
        SELECT e."ThingId", e."Kind", e."At", e."Number", bm25(search_words) AS "Weight" FROM search_words JOIN search_entries e ON e."Number" = search_words.rowid
        WHERE search_words MATCH {wish.Terms.ForSqlite(place.Scopes)}{Narrowed(place, wish)} ORDER BY search_words.rowid DESC LIMIT {MostWeighed}
        """;

    /// <summary>
    /// Shelf by shelf, the latest first, until there is enough. In the order of a sum, so that nobody reads all there is from its
    /// end in the hope of meeting enough.
    /// </summary>
    private static Sql Postgres(SearchPlace place, SearchWish wish, int latest) => $"""
        SELECT "ThingId", "Kind", "At", "Number", -ts_rank("Words", "Sought", 1) AS "Weight" FROM (
            SELECT found.*, shelves."Sought" FROM (VALUES {Shelves(place, wish, latest)}) AS shelves ("Sought") CROSS JOIN LATERAL (
                SELECT e."ThingId", e."Kind", e."At", e."Number", e."Words" FROM search_entries e
                WHERE e."Words" @@ shelves."Sought"{Narrowed(place, wish)} ORDER BY e."Number" + 0 DESC LIMIT {MostWeighed}) AS found
            LIMIT {MostWeighed}) AS latest
        """;

    private static Sql Shelves(SearchPlace place, SearchWish wish, int latest) => Enumerable.Range(0, latest + 1).Reverse()
        .Select(shelf => (Sql)$"(CAST({wish.Terms.ForPostgres(place.Scopes, shelf)} AS tsquery))").Aggregate((one, other) => $"{one}, {other}");

    private static Sql Narrowed(SearchPlace place, SearchWish wish)
    {
        Sql narrowed = $""" AND e."ScopeId" IN {place.Scopes} AND (e."PersonId" IS NULL OR {Portrait.IsStillOpen})""";
        if (place.Community is { } here) narrowed = $"{narrowed}{IsHere(here.Id)}";
        if (wish.Kind is { } kind) narrowed = $"""{narrowed} AND e."Kind" = {ThingOf(kind).ToString()}""";
        return narrowed;
    }

    /// <summary>What is the community's own, and what its members say of themselves to anybody who looks.</summary>
    private static Sql IsHere(Id<Community> here) => $"""
         AND (e."CommunityId" = {here} OR EXISTS (SELECT 1 FROM memberships m WHERE m."CommunityId" = {here} AND m."PersonId" = e."PersonId" AND m."LeftAt" IS NULL))
        """;

    private static ThingKind ThingOf(FoundKind kind) => kind switch
    {
        FoundKind.Posts => ThingKind.Post,
        FoundKind.Conversations => ThingKind.Thread,
        FoundKind.Pages => ThingKind.Page,
        FoundKind.Gatherings => ThingKind.Gathering,
        FoundKind.Topics => ThingKind.Topic,
        FoundKind.Commitments => ThingKind.Commitment,
        FoundKind.Initiatives => ThingKind.Initiative,
        FoundKind.Stories => ThingKind.Story,
        _ => ThingKind.PortraitEntry,
    };
}
