namespace Leaderful.Data;

/// <summary>The only way to change the database.</summary>
public abstract class Writes
{
    /// <summary>
    /// Runs <paramref name="work"/> in a transaction and answers after its commit. The work reads what it changes through
    /// its own unit, touches nothing but the database, and may be run again from the start.
    /// </summary>
    public abstract Task<T> Do<T>(Func<Unit, Task<T>> work, CancellationToken stop = default);

    public Task Do(Func<Unit, Task> work, CancellationToken stop = default) =>
        Do(async unit => { await work(unit); return true; }, stop);

    public Task Do(Action<Unit> work, CancellationToken stop = default) =>
        Do(unit => { work(unit); return Task.FromResult(true); }, stop);
}
