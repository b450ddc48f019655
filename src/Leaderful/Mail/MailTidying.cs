using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Mail;

/// <summary>To whom a mail went is forgotten a month after it went.</summary>
public sealed class MailTidying(Writes writes, ILogger<MailTidying> log) : BackgroundService
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public static Task Tidy(Unit unit)
    {
        var before = unit.Now - Kept;
        return unit.Db.The<QueuedMail>().Where(m => m.SentAt < before || (m.SentAt == null && m.CreatedAt < before)).ExecuteDeleteAsync();
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
                log.LogWarning(failure, "Old mails could not be tidied away; we try again in six hours.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
