using System.Text.RegularExpressions;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Mail;

/// <summary>Hands a queued mail to where mail goes. A crash between that and writing it down may send it once more, under the same Message-ID.</summary>
public sealed partial class MailHandler(IServiceScopeFactory scopes, IMailTransport transport, MailRoom room, Writes writes, ILogger<MailHandler> log)
    : IOutboxHandler
{
    public const string KindOfWork = "mail";

    public string Kind => KindOfWork;

    public async Task Handle(OutboxRow row, CancellationToken stop)
    {
        if (row.Subject is not { } subject || await Find(new Id<QueuedMail>(subject), stop) is not { SentAt: null } mail) return;
        await transport.Deliver(mail, stop);
        if (room.ShowsLinks) log.LogInformation("Mail to {To}: {Subject} {Link}", mail.To, mail.Subject, Address().Match(mail.Text).Value);
        await writes.Do(async unit =>
        {
            var sent = await unit.Db.The<QueuedMail>().AsTracking().SingleOrDefaultAsync(m => m.Id == mail.Id);
            sent?.Send(unit.Now, room.KeepsText);
        }, CancellationToken.None);
    }

    private async Task<QueuedMail?> Find(Id<QueuedMail> id, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Db>().The<QueuedMail>().SingleOrDefaultAsync(m => m.Id == id, stop);
    }

    [GeneratedRegex(@"https?://\S+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
