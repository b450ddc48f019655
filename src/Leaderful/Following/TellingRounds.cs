using Leaderful.Accounts;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Shared;

namespace Leaderful.Following;

/// <summary>Every half minute, what was said since the last time is told to whoever wants to hear of it.</summary>
public sealed class TellingRounds(Writes writes, InstanceAddress address, Languages languages, ILogger<TellingRounds> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await address.Known() is { } origin) await writes.Do(unit => unit.TellFollowers(new Letterhead(languages, origin), unit.Now - Telling.Late), stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning(failure, "What was said could not be told by mail; we try again in half a minute.");
            }
        }
    }
}
