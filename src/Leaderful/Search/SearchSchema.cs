using Microsoft.EntityFrameworkCore.Migrations;

namespace Leaderful.Search;

/// <summary>
/// The index of words, which EF knows nothing of: on SQLite a table of FTS5 that keeps the index and not the text, on
/// PostgreSQL a column with a GIN index.
/// </summary>
public static class SearchSchema
{
    private const string Sqlite =
        "CREATE VIRTUAL TABLE search_words USING fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');";

    private const string Postgres = """
        ALTER TABLE search_entries ADD COLUMN "Words" tsvector NOT NULL;
        CREATE INDEX "IX_search_entries_Words" ON search_entries USING gin ("Words");
        """;

    /// <summary>For the migration that makes the table of entries, after it.</summary>
    public static void CreateSearchWords(this MigrationBuilder migration) => migration.Sql(migration.IsSqlite() ? Sqlite : Postgres);

    /// <summary>The way back; on PostgreSQL the column goes with its table.</summary>
    public static void DropSearchWords(this MigrationBuilder migration)
    {
        if (migration.IsSqlite()) migration.Sql("DROP TABLE search_words;");
    }

    private static bool IsSqlite(this MigrationBuilder migration) => migration.ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
}
