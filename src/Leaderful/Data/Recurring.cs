namespace Leaderful.Data;

/// <summary>Work that is done again and again, at its own pace, on every node; a round that fails is said in the log, and the next comes all the same.</summary>
public abstract class Recurring(TimeSpan every, ILogger log) : BackgroundService
{
    /// <summary>What an operator reads where a round failed.</summary>
    protected abstract string Trouble { get; }

    /// <summary>Whoever waits for the first page does not wait for what was left over.</summary>
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(3);

    protected abstract Task Round(CancellationToken stop);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every < Start ? every : Start);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            timer.Period = every;
            await Try(stoppingToken);
        }
    }

    private async Task Try(CancellationToken stop)
    {
        try
        {
            await Round(stop);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning(failure, "{Trouble}", Trouble);
        }
    }
}
