namespace Leaderful.Live;

/// <summary>The one clock of all event streams.</summary>
public sealed class LiveBeat(LiveHub hub, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(15), time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) hub.Beat();
        }
        catch (OperationCanceledException)
        {
        }
    }
}
