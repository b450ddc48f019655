using Leaderful.Data;
using Leaderful.Mail.Receiving;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Mail;

/// <summary>To whom a mail went is forgotten a month after it went; what came in, a fortnight after it came.</summary>
public sealed class MailTidying(Writes writes, ILogger<MailTidying> log) : Recurring(TimeSpan.FromHours(6), log)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly TimeSpan ReceivedKept = TimeSpan.FromDays(14);

    public static async Task Tidy(Unit unit)
    {
        var (before, received) = (unit.Now - Kept, unit.Now - ReceivedKept);
        await unit.Db.The<ReceivedMail>().Where(m => m.ReceivedAt < received).ExecuteDeleteAsync();
        await unit.Db.The<QueuedMail>().Where(m => m.SentAt < before || (m.SentAt == null && m.CreatedAt < before)).ExecuteDeleteAsync();
    }

    protected override string Trouble => "Old mails could not be tidied away; we try again in six hours.";

    protected override Task Round(CancellationToken stop) => writes.Do(Tidy, stop);
}
