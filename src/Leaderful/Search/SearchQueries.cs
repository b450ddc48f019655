using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Communities.Agreements;
using Leaderful.Data;

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

    /// <summary>What somebody opened to a community is there for its members as long as they are one themselves.</summary>
    private static Sql IsStillOpen => $"""
         AND (e."PersonId" IS NULL OR NOT EXISTS (SELECT 1 FROM scopes s WHERE s."Id" = e."ScopeId" AND s."CommunityId" IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m."CommunityId" = s."CommunityId" AND m."PersonId" = e."PersonId" AND m."LeftAt" IS NULL)))
        """;

    /// <summary>A page, and one more where there is more.</summary>
    public static async Task<IReadOnlyList<(Id<Thing> Id, ThingKind Kind)>> Search(this Db db, SearchPlace place, SearchWish wish)
    {
        if (wish.Terms.Count == 0) return [];
        var words = wish.Terms.In(db, place.Scopes);
        // A title says what the whole is about. Of what is as good, the newest first.
        return await db.Ask($"""
            SELECT "ThingId", "Kind" FROM ({(db is SqliteDb ? Sqlite(words, Narrowed(place, wish)) : Postgres(words, Narrowed(place, wish)))}) AS weighed
            ORDER BY "Weight" * CASE WHEN "Kind" = 'Thread' THEN 1.5 ELSE 1 END, "At" DESC, "Number" DESC LIMIT {PageSize + 1} OFFSET {(wish.Page - 1) * PageSize}
            """, row => (row.Id<Thing>(0), Enum.Parse<ThingKind>(row.Text(1))));
    }

    private static Sql Sqlite(string words, Sql narrowed) => $"""
        SELECT e."ThingId", e."Kind", e."At", e."Number", bm25(search_words) AS "Weight" FROM search_words JOIN search_entries e ON e."Number" = search_words.rowid
        WHERE search_words MATCH {words}{narrowed} ORDER BY search_words.rowid DESC LIMIT {MostWeighed}
        """;

    /// <summary>In the order of a sum, so that nobody reads all there is from its end in the hope of meeting enough.</summary>
    private static Sql Postgres(string words, Sql narrowed) => $"""
        SELECT "ThingId", "Kind", "At", "Number", -ts_rank("Words", CAST({words} AS tsquery), 1) AS "Weight" FROM (
            SELECT e."ThingId", e."Kind", e."At", e."Number", e."Words" FROM search_entries e
            WHERE e."Words" @@ CAST({words} AS tsquery){narrowed} ORDER BY e."Number" + 0 DESC LIMIT {MostWeighed}) AS latest
        """;

    private static Sql Narrowed(SearchPlace place, SearchWish wish)
    {
        Sql narrowed = $""" AND e."ScopeId" IN {place.Scopes}{IsStillOpen}""";
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
        _ => ThingKind.PortraitEntry,
    };
}
