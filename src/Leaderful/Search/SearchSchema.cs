using Microsoft.EntityFrameworkCore.Migrations;

namespace Leaderful.Search;

/// <summary>
/// The index of words, which EF knows nothing of: on SQLite a table of FTS5 that keeps the index and not the text, on
/// PostgreSQL a column with a GIN index. Where something was said already, a job is left that fills it.
/// </summary>
public static class SearchSchema
{
    private const string Sqlite = """
        CREATE VIRTUAL TABLE search_words USING fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
        INSERT INTO outbox ("Id", "Kind", "DueAt", "Attempts")
        SELECT randomblob(16), 'search.fill', strftime('%Y-%m-%d %H:%M:%S', 'now'), 0 WHERE EXISTS (SELECT 1 FROM things);
        """;

    private const string Postgres = """
        ALTER TABLE search_entries ADD COLUMN "Words" tsvector NOT NULL;
        CREATE INDEX "IX_search_entries_Words" ON search_entries USING gin ("Words");
        INSERT INTO outbox ("Id", "Kind", "DueAt", "Attempts")
        SELECT gen_random_uuid(), 'search.fill', now(), 0 WHERE EXISTS (SELECT 1 FROM things);
        """;

    /// <summary>For the migration that makes the table of entries, after it.</summary>
    public static void CreateSearchWords(this MigrationBuilder migration) => migration.Sql(migration.IsSqlite() ? Sqlite : Postgres);

    /// <summary>The way back; on PostgreSQL the column goes with its table.</summary>
    public static void DropSearchWords(this MigrationBuilder migration)
    {
        if (migration.IsSqlite()) migration.Sql("DROP TABLE search_words;");
        migration.Sql("DELETE FROM outbox WHERE \"Kind\" = 'search.fill';");
    }

    private static bool IsSqlite(this MigrationBuilder migration) => migration.ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
}
