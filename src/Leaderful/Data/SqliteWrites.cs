using System.Data;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Data;

/// <summary>
/// SQLite has one writer, so writes queue for it: up to 64 share one transaction and one flush to disk, and each is answered
/// after the commit. Few fail, so they run without more ado; where one does, all are taken back and run again, each in a
/// savepoint of its own, so that it takes back only itself.
/// </summary>
public sealed class SqliteWrites : Writes, IAsyncDisposable
{
    private const int MostPerCommit = 64;

    private readonly Channel<Write> queue = Channel.CreateBounded<Write>(new BoundedChannelOptions(4096) { SingleReader = true });
    private readonly string connectionString;
    private readonly Signals signals;
    private readonly TimeProvider time;
    private readonly Task writer;

    public SqliteWrites(string connectionString, Signals signals, TimeProvider time)
    {
        // There is one; and one that failed is not to come back out of a pool.
        this.connectionString = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString();
        (this.signals, this.time) = (signals, time);
        writer = Task.Run(Drain);
    }

    public override async Task<T> Do<T>(Func<Unit, Task<T>> work, CancellationToken stop = default)
    {
        var write = new Write<T>(work);
        await queue.Writer.WriteAsync(write, stop);
        return await write.Answer;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await writer;
    }

    private async Task Drain()
    {
        // EF makes its model for the first context that is used, and a start does not wait for that.
        while (await queue.Reader.WaitToReadAsync())
        {
            await using var connection = new KeepingConnection(connectionString);
            await using var db = SqliteDatabase.On(connection);
            await Drain(connection, db);
        }
    }

    /// <summary>Until a commit fails: what was compiled on its connection, and the connection, may be of no use any more.</summary>
    private async Task Drain(SqliteConnection connection, SqliteDb db)
    {
        var batch = new List<Write>(MostPerCommit);
        while (await queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < MostPerCommit && queue.Reader.TryRead(out var write)) batch.Add(write);
            if (!await Commit(batch, connection, db)) return;
            batch.Clear();
        }
    }

    private async Task<bool> Commit(List<Write> batch, SqliteConnection connection, SqliteDb db)
    {
        try
        {
            if (connection.State != ConnectionState.Open)
            {
                await connection.OpenAsync();
                SqliteDatabase.Prepare(connection);
            }
            if (!await Commit(batch, connection, db, apart: false)) await Commit(batch, connection, db, apart: true);
        }
        catch (Exception failure)
        {
            foreach (var write in batch) write.Fail(failure);
            return false;
        }
        // Told before answered, so that whoever wrote reads what they wrote.
        foreach (var write in batch) signals.Publish(write.Changed);
        foreach (var write in batch) write.Settle();
        return true;
    }

    /// <summary>Whether it was committed; it is not where one failed that was not apart from the others.</summary>
    private async Task<bool> Commit(List<Write> batch, SqliteConnection connection, SqliteDb db, bool apart)
    {
        await using var transaction = connection.BeginTransaction(deferred: false);
        await db.Database.UseTransactionAsync(transaction);
        try
        {
            if (apart) foreach (var write in batch) await RunApart(write, db);
            else if (!await RunTogether(batch, db)) return false;
            await transaction.CommitAsync();
            return true;
        }
        finally
        {
            await db.Database.UseTransactionAsync(null);
        }
    }

    private async Task<bool> RunTogether(List<Write> batch, SqliteDb db)
    {
        try
        {
            foreach (var write in batch) await Run(write, db);
            foreach (var work in batch.SelectMany(write => write.AtLast)) await work(db);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private async Task RunApart(Write write, SqliteDb db)
    {
        await Say(db, "SAVEPOINT unit");
        try
        {
            await Run(write, db);
            foreach (var work in write.AtLast) await work(db);
            await Say(db, "RELEASE unit");
        }
        catch (Exception failure)
        {
            await Say(db, "ROLLBACK TO unit");
            write.Fail(failure);
        }
    }

    /// <summary>Each unit finds the context empty: making one costs as much as a small write.</summary>
    private async Task Run(Write write, SqliteDb db)
    {
        try
        {
            await write.Run(new Unit(db, time.Utc()));
            if (db.ChangeTracker.HasChanges()) await db.SaveChangesAsync();
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private static async Task Say(SqliteDb db, string sql)
    {
        await using var saying = db.Statement(sql, _ => { });
        await saying.ExecuteNonQueryAsync();
    }

    private abstract class Write
    {
        public IReadOnlyList<string> Changed { get; protected set; } = [];

        /// <summary>What a unit left for the end of the commit; nothing where it failed.</summary>
        public IReadOnlyList<Func<Db, Task>> AtLast { get; protected set; } = [];

        public abstract Task Run(Unit unit);

        public abstract void Settle();

        public abstract void Fail(Exception failure);
    }

    private sealed class Write<T>(Func<Unit, Task<T>> work) : Write
    {
        private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;

        public Task<T> Answer => answer.Task;

        public override async Task Run(Unit unit)
        {
            result = await work(unit);
            (Changed, AtLast) = (unit.Changed, unit.AtLast);
        }

        public override void Settle() => answer.TrySetResult(result!);

        public override void Fail(Exception failure)
        {
            (Changed, AtLast) = ([], []);
            answer.TrySetException(failure);
        }
    }
}
