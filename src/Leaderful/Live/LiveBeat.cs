namespace Leaderful.Live;

/// <summary>The one clock of all event streams.</summary>
public sealed class LiveBeat(LiveHub hub, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await hub.Beat(Every / 2, stoppingToken);
        }
        catch (OperationCanceledException)
        {
        }
    }
}
