using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Search;

/// <summary>Writes the rows of the index, in plain statements: EF does not know the column of words, or FTS5's table.</summary>
public static class SearchRows
{
    private const string SqliteEntry = """
        INSERT INTO search_entries ("ThingId", "Kind", "CommunityId", "PersonId", "ScopeId", "At")
        VALUES (@thing, @kind, @community, @person, @scope, @at) RETURNING "Number"
        """;

    private const string SqliteWords = "INSERT INTO search_words(rowid, words) VALUES (@number, @words)";

    private const string SqliteForget = "DELETE FROM search_words WHERE rowid = @number";

    private const string Postgres = """
        INSERT INTO search_entries ("ThingId", "Kind", "CommunityId", "PersonId", "ScopeId", "At", "Words")
        SELECT d.thing, d.kind, d.community, d.person, d.scope, d.said_at, CAST(d.words AS tsvector)
        FROM unnest(@things, @kinds, @communities, @people, @scopes, @ats, @words) AS d (thing, kind, community, person, scope, said_at, words)
        ON CONFLICT ("ThingId") DO UPDATE SET "ScopeId" = EXCLUDED."ScopeId", "At" = EXCLUDED."At", "Words" = EXCLUDED."Words"
        """;

    internal static Task Put(this Db db, IReadOnlyList<SearchDoc> docs) =>
        docs.Count == 0 ? Task.CompletedTask : db is SqliteDb ? db.PutEach(docs) : db.PutAll(docs);

    internal static async Task Forget(this Db db, IQueryable<long> entries)
    {
        var numbers = await entries.ToListAsync();
        if (numbers.Count == 0) return;
        if (db is SqliteDb) await db.ForgetWords(numbers);
        foreach (var some in numbers.Chunk(500).Select(some => some.ToList())) await db.The<SearchEntry>().Where(e => some.Contains(e.Number)).ExecuteDeleteAsync();
    }

    private static async Task PutEach(this Db db, IReadOnlyList<SearchDoc> docs)
    {
        foreach (var doc in docs)
        {
            var thing = doc.Thing;
            await using var entry = db.Statement(SqliteEntry, s => s.Want("@thing", "@kind", "@community", "@person", "@scope", "@at"));
            entry.Fill(
                db.Raw(thing.Id.Value), thing.Kind.ToString(), thing.CommunityId is { } community ? db.Raw(community.Value) : null,
                thing.PersonId is { } person ? db.Raw(person.Value) : null, db.Raw(thing.ScopeId.Value), thing.CreatedAt);
            var number = (long)(await entry.ExecuteScalarAsync())!;
            await using var words = db.Statement(SqliteWords, s => s.Want("@number", "@words"));
            words.Fill(number, doc.Text());
            await words.ExecuteNonQueryAsync();
        }
    }

    private static async Task PutAll(this Db db, IReadOnlyList<SearchDoc> docs)
    {
        var shelf = await db.LatestShelf();
        await using var entries = db.Statement(Postgres);
        entries.Give("@things", docs.Select(d => d.Thing.Id.Value).ToArray());
        entries.Give("@kinds", docs.Select(d => d.Thing.Kind.ToString()).ToArray());
        entries.Give("@communities", docs.Select(d => d.Thing.CommunityId?.Value).ToArray());
        entries.Give("@people", docs.Select(d => d.Thing.PersonId?.Value).ToArray());
        entries.Give("@scopes", docs.Select(d => d.Thing.ScopeId.Value).ToArray());
        entries.Give("@ats", docs.Select(d => UtcMicroseconds.Cut(d.Thing.CreatedAt)).ToArray());
        entries.Give("@words", docs.Select(d => d.Vector(shelf)).ToArray());
        await entries.ExecuteNonQueryAsync();
    }

    private static async Task ForgetWords(this Db db, IReadOnlyList<long> numbers)
    {
        await using var forgetting = db.Statement(SqliteForget);
        forgetting.Give("@number", 0L);
        foreach (var number in numbers)
        {
            forgetting.Parameters[0].Value = number;
            await forgetting.ExecuteNonQueryAsync();
        }
    }
}
