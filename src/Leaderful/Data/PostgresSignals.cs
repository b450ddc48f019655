using Npgsql;

namespace Leaderful.Data;

/// <summary>Listens on one direct connection and hands what other nodes (and this one) committed to <see cref="Signals"/>.</summary>
public sealed class PostgresSignals(NpgsqlDataSource source, Signals signals, ILogger<PostgresSignals> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Listen(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(failure, "The database's notifications were lost; listening again in a second.");
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task Listen(CancellationToken stop)
    {
        await using var connection = await source.OpenConnectionAsync(stop);
        connection.Notification += (_, told) => signals.Publish([told.Payload]);
        await using (var listen = new NpgsqlCommand($"LISTEN {PostgresWrites.NotifyChannel}", connection))
            await listen.ExecuteNonQueryAsync(stop);
        // What was committed while nobody listened is told once more to everybody: hints may repeat, never be missing.
        signals.Publish([Signals.Everything]);
        while (true) await connection.WaitAsync(stop);
    }
}
