using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Leaderful.Data;

/// <summary>PostgreSQL writes side by side. What changed is told with NOTIFY inside the transaction, so every node hears of it at the commit.</summary>
public sealed class PostgresWrites(IDbContextFactory<PostgresDb> factory, Signals signals, TimeProvider time) : Writes
{
    public const string NotifyChannel = "leaderful";
    private const int Tries = 5;

    public override async Task<T> Do<T>(Func<Unit, Task<T>> work, CancellationToken stop = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Once(work, stop);
            }
            catch (Exception failure) when ((attempt < Tries && IsPassing(failure)) || (attempt == 1 && IsTwin(failure)))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5 << attempt), time, stop);
            }
        }
    }

    private async Task<T> Once<T>(Func<Unit, Task<T>> work, CancellationToken stop)
    {
        await using var db = await factory.CreateDbContextAsync(stop);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var unit = new Unit(db, time.Utc());
        var result = await work(unit);
        await db.SaveChangesAsync(stop);
        foreach (var last in unit.AtLast) await last(db);
        foreach (var stream in unit.Changed)
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify({NotifyChannel}, {stream})", stop);
        await transaction.CommitAsync(stop);
        // This node need not wait for the notification to come round: whoever wrote reads what they wrote.
        signals.Publish(unit.Changed);
        return result;
    }

    /// <summary>
    /// Somebody made the same thing in the same moment. Run once more, the unit sees theirs and does what it does when it is
    /// there, as it would have on SQLite, where writes stand in line.
    /// </summary>
    private static bool IsTwin(Exception failure) => StateOf(failure) == "23505";

    /// <summary>Deadlocks and serialization failures pass; the whole unit runs again.</summary>
    private static bool IsPassing(Exception failure) =>
        StateOf(failure) is "40001" or "40P01";

    private static string? StateOf(Exception failure) => (failure as PostgresException ?? failure.InnerException as PostgresException)?.SqlState;
}
