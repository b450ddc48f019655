using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Leaderful.Data;

/// <summary>How SQLite is opened: WAL for readers beside the writer, a flush at every commit, foreign keys on.</summary>
public static class SqliteDatabase
{
    public static string ConnectionString(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30, Pooling = true }.ToString();

    public static DbContextOptions<SqliteDb> OptionsFor(SqliteConnection connection)
    {
        var options = new DbContextOptionsBuilder<SqliteDb>();
        options.UseSqlite(connection, contextOwnsConnection: true).UseIds().LeaveLogging()
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .ConfigureWarnings(w => w.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
        return options.Options;
    }

    /// <summary>The writer's context, on a connection and in transactions of its own.</summary>
    public static SqliteDb On(SqliteConnection connection)
    {
        var options = new DbContextOptionsBuilder<SqliteDb>();
        options.UseSqlite(connection).UseIds().LeaveLogging();
        var db = new SqliteDb(options.Options);
        db.Database.AutoSavepointsEnabled = false;
        return db;
    }

    public static void Prepare(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA mmap_size=268435456;";
        command.ExecuteNonQuery();
    }
}
