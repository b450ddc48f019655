using Leaderful.Data;
using Leaderful.Gatherings.Invitations;
using Leaderful.Mime;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Mail.Receiving;

/// <summary>Reads what came in and gives it to whom it is for. Whatever the bytes, there is an outcome, and it is written down with what came of it.</summary>
public sealed class ReceivedMailHandler(IServiceScopeFactory scopes, Writes writes, Inbound inbound, Settings settings) : IOutboxHandler
{
    public const string KindOfWork = "mail.in";

    public string Kind => KindOfWork;

    public async Task Handle(OutboxRow row, CancellationToken stop)
    {
        if (row.Subject is not { } subject || await Find(new Id<ReceivedMail>(subject), stop) is not { Outcome: ReceivedOutcome.Waiting } received) return;
        var mail = MailMessage.Parse(received.Bytes);
        var (why, reply) = new Sorting(inbound, settings.MailFrom).Sort(mail);
        await writes.Do(async unit =>
        {
            if (!await unit.Begin(received.Id)) return;
            var outcome = why ?? await unit.AnswerByMail(received.Tag, reply!, (mail.Date ?? new DateTimeOffset(received.ReceivedAt)).UtcDateTime);
            await unit.Settle(received.Id, outcome);
        }, CancellationToken.None);
    }

    private async Task<ReceivedMail?> Find(Id<ReceivedMail> id, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Db>().The<ReceivedMail>().SingleOrDefaultAsync(m => m.Id == id, stop);
    }
}

internal static class SettlingReceived
{
    /// <summary>Holds it to the end of the unit, so that of two nodes one reads it.</summary>
    public static async Task<bool> Begin(this Unit unit, Id<ReceivedMail> id) => await unit.Waiting(id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Outcome, ReceivedOutcome.Waiting)) == 1;

    /// <summary>What it said is kept only where nobody heard it.</summary>
    public static Task Settle(this Unit unit, Id<ReceivedMail> id, ReceivedOutcome outcome) => outcome.IsUnheard()
        ? unit.Waiting(id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Outcome, outcome))
        : unit.Waiting(id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Outcome, outcome).SetProperty(x => x.Bytes, Array.Empty<byte>()).SetProperty(x => x.Subject, ""));

    private static IQueryable<ReceivedMail> Waiting(this Unit unit, Id<ReceivedMail> id) => unit.Db.The<ReceivedMail>().Where(m => m.Id == id && m.Outcome == ReceivedOutcome.Waiting);
}
