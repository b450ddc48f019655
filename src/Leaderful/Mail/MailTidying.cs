using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Mail;

/// <summary>To whom a mail went is forgotten a month after it went.</summary>
public sealed class MailTidying(Writes writes, ILogger<MailTidying> log) : Rounds(TimeSpan.FromHours(6), log)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public static Task Tidy(Unit unit)
    {
        var before = unit.Now - Kept;
        return unit.Db.The<QueuedMail>().Where(m => m.SentAt < before || (m.SentAt == null && m.CreatedAt < before)).ExecuteDeleteAsync();
    }

    protected override string Trouble => "Old mails could not be tidied away; we try again in six hours.";

    protected override Task Round(CancellationToken stop) => writes.Do(Tidy, stop);
}
