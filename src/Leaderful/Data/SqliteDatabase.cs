using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Leaderful.Data;

/// <summary>How SQLite is opened: WAL for readers beside the writer, a flush at every commit, foreign keys on.</summary>
public static class SqliteDatabase
{
    public static string ConnectionString(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30, Pooling = true }.ToString();

    public static void Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlite(connectionString)
        .UseIds()
        .LeaveLogging()
        .AddInterceptors(Pragmas.Instance)
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .ConfigureWarnings(w => w.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));

    public static DbContextOptions<SqliteDb> OptionsOn(SqliteConnection connection)
    {
        var options = new DbContextOptionsBuilder<SqliteDb>();
        options.UseSqlite(connection).UseIds().LeaveLogging();
        return options.Options;
    }

    /// <summary>A context on the writer's own transaction.</summary>
    public static SqliteDb Open(DbContextOptions<SqliteDb> options, SqliteTransaction transaction)
    {
        var db = new SqliteDb(options);
        db.Database.AutoSavepointsEnabled = false;
        db.Database.UseTransaction(transaction);
        return db;
    }

    public static void Prepare(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA mmap_size=268435456;";
        command.ExecuteNonQuery();
    }

    private sealed class Pragmas : DbConnectionInterceptor
    {
        public static readonly Pragmas Instance = new();

        /// <summary>A pooled connection opens again and again; what was set on its handle stays set.</summary>
        private readonly ConditionalWeakTable<SafeHandle, object> prepared = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => PrepareOnce((SqliteConnection)connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            PrepareOnce((SqliteConnection)connection);
            return Task.CompletedTask;
        }

        private void PrepareOnce(SqliteConnection connection)
        {
            if (connection.Handle is not { } handle || prepared.TryGetValue(handle, out _)) return;
            Prepare(connection);
            prepared.AddOrUpdate(handle, this);
        }
    }
}
