using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Drafts;

/// <summary>What nobody went on with for thirty days goes, whether it was thrown away or forgotten.</summary>
public sealed class DraftTidying(Writes writes, ILogger<DraftTidying> log) : BackgroundService
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public static Task Tidy(Unit unit)
    {
        var before = unit.Now - Kept;
        return unit.Db.The<Draft>().Where(d => d.KeptAt < before || unit.Db.The<Thing>().Any(t => t.Id == d.Becomes)).ExecuteDeleteAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(6));
        do
        {
            try
            {
                await writes.Do(Tidy, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning(failure, "Old drafts could not be tidied away; we try again in six hours.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
