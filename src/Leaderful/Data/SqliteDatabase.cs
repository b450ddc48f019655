using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Data;

/// <summary>How SQLite is opened: WAL for readers beside the writer, a flush at every commit, foreign keys on.</summary>
public static class SqliteDatabase
{
    public static string ConnectionString(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30, Pooling = true }.ToString();

    /// <summary>The same for reading and writing, or EF would make two models.</summary>
    private static DbContextOptions<SqliteDb> OptionsFor(SqliteConnection connection)
    {
        var options = new DbContextOptionsBuilder<SqliteDb>();
        options.UseSqlite(connection).UseIds().LeaveLogging().UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
        return options.Options;
    }

    /// <summary>A context for reading, which tracks nothing, keeps its connection and is lent out again and again.</summary>
    public static SqliteDb Lent(SqliteReads lender, string connectionString)
    {
        var connection = new KeepingConnection(connectionString);
        connection.Open();
        Prepare(connection);
        return new SqliteDb(OptionsFor(connection), connection, lender);
    }

    /// <summary>The writer's context, on a connection and in transactions of its own.</summary>
    public static SqliteDb On(KeepingConnection connection)
    {
        var db = new SqliteDb(OptionsFor(connection), connection);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        db.Database.AutoSavepointsEnabled = false;
        return db;
    }

    public static void Prepare(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA mmap_size=16777216; PRAGMA wal_autocheckpoint=4000; PRAGMA temp_store=MEMORY;";
        command.ExecuteNonQuery();
    }
}
