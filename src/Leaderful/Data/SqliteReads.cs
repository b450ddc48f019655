using System.Collections.Concurrent;

namespace Leaderful.Data;

/// <summary>
/// Contexts for reading, each with a connection that stays open. Opening one anew for each query, with all that EF teaches it,
/// cost as much as a small query.
/// </summary>
public sealed class SqliteReads(string connectionString) : IDisposable
{
    private const int MostIdle = 32;

    private readonly ConcurrentStack<SqliteDb> idle = new();
    private volatile bool closed;

    public SqliteDb Take()
    {
        var db = idle.TryPop(out var rested) ? rested : SqliteDatabase.Lent(this, connectionString);
        db.IsLent = true;
        return db;
    }

    /// <summary>Takes back what is as it was given, once; the rest is for its owner to dispose.</summary>
    public bool TakeBack(SqliteDb db)
    {
        if (!db.IsLent) return true;
        db.IsLent = false;
        if (closed || idle.Count >= MostIdle || db.Connection is KeepingConnection { IsInTransaction: true }) return false;
        idle.Push(db);
        return true;
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryPop(out var db)) db.Close();
    }
}
