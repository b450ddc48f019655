using System.Data.Common;
using System.Text;
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

    private const string Sqlite = """
        SELECT e."ThingId", e."Kind", e."At", e."Number", bm25(search_words) AS "Weight" FROM search_words JOIN search_entries e ON e."Number" = search_words.rowid
        WHERE search_words MATCH @words
        """;

    private const string SqliteLatest = "search_words.rowid";

    private const string Postgres = """
        SELECT e."ThingId", e."Kind", e."At", e."Number", e."Words" FROM search_entries e
        WHERE e."Words" @@ CAST(@words AS tsquery)
        """;

    /// <summary>As a sum, so that nobody reads all there is from its end in the hope of meeting enough.</summary>
    private const string PostgresLatest = "e.\"Number\" + 0";

    private const string PostgresWeight = "-ts_rank(\"Words\", CAST(@words AS tsquery), 1)";

    /// <summary>What somebody opened to a community is there for its members as long as they are one themselves.</summary>
    private const string IsStillOpen = """
         AND (e."PersonId" IS NULL OR NOT EXISTS (SELECT 1 FROM scopes s WHERE s."Id" = e."ScopeId" AND s."CommunityId" IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m."CommunityId" = s."CommunityId" AND m."PersonId" = e."PersonId" AND m."LeftAt" IS NULL)))
        """;

    /// <summary>What is the community's own, and what its members say of themselves to anybody who looks.</summary>
    private const string IsHere = """
         AND (e."CommunityId" = @here OR EXISTS (SELECT 1 FROM memberships m WHERE m."CommunityId" = @here AND m."PersonId" = e."PersonId" AND m."LeftAt" IS NULL))
        """;

    /// <summary>A page, and one more where there is more.</summary>
    public static async Task<List<(Id<Thing> Id, ThingKind Kind)>> Search(this Db db, SearchPlace place, SearchWish wish)
    {
        if (wish.Terms.Count == 0) return [];
        await db.Open();
        await using var asking = db.Statement(Question(db, place, wish));
        Give(asking, db, place, wish);
        await using var row = await asking.ExecuteReaderAsync();
        var found = new List<(Id<Thing>, ThingKind)>();
        while (await row.ReadAsync()) found.Add((new(db.ReadId(row, 0)), Enum.Parse<ThingKind>(row.GetString(1))));
        return found;
    }

    private static string Question(Db db, SearchPlace place, SearchWish wish)
    {
        var (from, latest, weight) = db is SqliteDb ? (Sqlite, SqliteLatest, "\"Weight\"") : (Postgres, PostgresLatest, PostgresWeight);
        var sql = new StringBuilder("SELECT \"ThingId\", \"Kind\" FROM (").Append(from).Append(" AND e.\"ScopeId\" IN (").AppendJoin(", ", place.Scopes.Select((_, i) => FormattableString.Invariant($"@s{i}"))).Append(')').Append(IsStillOpen);
        if (place.Community is not null) sql.Append(IsHere);
        if (wish.Kind is not null) sql.Append(" AND e.\"Kind\" = @kind");
        // A title says what the whole is about. Of what is as good, the newest first.
        return sql.Append(" ORDER BY ").Append(latest).Append(" DESC LIMIT @weighed) AS weighed ORDER BY ").Append(weight)
            .Append(" * CASE WHEN \"Kind\" = 'Thread' THEN 1.5 ELSE 1 END, \"At\" DESC, \"Number\" DESC LIMIT @most OFFSET @passed").ToString();
    }

    private static void Give(DbCommand asking, Db db, SearchPlace place, SearchWish wish)
    {
        asking.Give("@words", wish.Terms.In(db, place.Scopes));
        for (var i = 0; i < place.Scopes.Count; i++) asking.Give(FormattableString.Invariant($"@s{i}"), db.Raw(place.Scopes[i].Value));
        if (place.Community is { } here) asking.Give("@here", db.Raw(here.Id.Value));
        if (wish.Kind is { } kind) asking.Give("@kind", ThingOf(kind).ToString());
        asking.Give("@weighed", MostWeighed);
        asking.Give("@most", PageSize + 1);
        asking.Give("@passed", (wish.Page - 1) * PageSize);
    }

    private static ThingKind ThingOf(FoundKind kind) => kind switch
    {
        FoundKind.Posts => ThingKind.Post,
        FoundKind.Conversations => ThingKind.Thread,
        _ => ThingKind.PortraitEntry,
    };
}
