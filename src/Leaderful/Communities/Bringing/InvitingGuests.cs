using Leaderful.Data;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Bringing;

/// <summary>
/// Works through a list, piece by piece. Where it stands is in the rows, so whichever node takes the next piece goes on from
/// there. While mails are on their way it waits a little and then lets go of its place, so that they get one.
/// </summary>
public sealed class InvitingGuests(Writes writes, Languages languages) : IOutboxHandler
{
    public const string KindOfWork = "guests.invite";

    private const int MostTurns = 100;
    private const int MostWaits = 8;
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(200);

    public string Kind => KindOfWork;

    public async Task Handle(OutboxRow row, CancellationToken stop)
    {
        if (row.Subject is not { } subject) return;
        var waits = 0;
        for (var turn = 0; turn < MostTurns && waits < MostWaits; turn++)
        {
            var done = await writes.Do(unit => unit.InviteSome(new Id<GuestList>(subject), languages), stop);
            if (done == Turn.Over) return;
            if (done == Turn.Went) continue;
            waits++;
            await Task.Delay(Wait, TimeProvider.System, stop);
        }
        await writes.Do(unit => GoOn(unit, row), stop);
    }

    /// <summary>After a crash two may be at the same list; the one that was queued last goes on.</summary>
    private static async Task GoOn(Unit unit, OutboxRow row)
    {
        var others = await unit.Db.The<OutboxRow>().Where(o => o.Kind == KindOfWork && o.Subject == row.Subject && o.Id != row.Id).Select(o => o.Id).ToListAsync();
        if (others.TrueForAll(o => o.Value.CompareTo(row.Id.Value) < 0)) unit.Enqueue(KindOfWork, row.Subject);
    }
}

/// <summary>A week after it was made, a list goes, wherever it stands.</summary>
public sealed class GuestExpiry(Writes writes) : IOutboxHandler
{
    public const string KindOfWork = "guests.expire";

    public string Kind => KindOfWork;

    public Task Handle(OutboxRow row, CancellationToken stop) =>
        row.Subject is { } list ? writes.Do(unit => unit.End(new Id<GuestList>(list), Actor.House, "guests.expired"), stop) : Task.CompletedTask;
}
