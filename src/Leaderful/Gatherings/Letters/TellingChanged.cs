using Leaderful.Accounts;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings.Letters;

/// <summary>
/// A letter to those who come or may come, once it has another time or place, or is called off: some minutes later, so that what is
/// corrected at once is told once, and told as it then is.
/// </summary>
public sealed class TellingChanged(Writes writes, InstanceAddress address, Languages languages) : IOutboxHandler
{
    public const string KindOfWork = "gathering.changed";
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public string Kind => KindOfWork;

    public async Task Handle(OutboxRow row, CancellationToken stop)
    {
        if (row.Subject is { } gathering && await address.Known() is { } origin)
            await writes.Do(unit => unit.TellChanged(new Letterhead(languages, origin), new Id<Gathering>(gathering)), stop);
    }
}

public static class ChangedLetters
{
    /// <summary>Calendars have to know of it, and so has whoever comes, but for the one who changed it.</summary>
    internal static void TellLater(this Unit unit, Gathering gathering) => unit.Enqueue(TellingChanged.KindOfWork, gathering.Id.Value, unit.Now + TellingChanged.Patience);

    public static async Task TellChanged(this Unit unit, Letterhead paper, Id<Gathering> id)
    {
        if (await unit.FindGathering(id) is not { } gathering || gathering.ToldOf >= gathering.Sequence || gathering.EndsAt <= unit.Now) return;
        var by = await unit.Db.The<JournalEntry>().Where(j => j.Subject == id.Value && (j.Verb == "gathering.set" || j.Verb == "gathering.called-off" || j.Verb == "gathering.called-on"))
            .OrderByDescending(j => j.At).Select(j => j.ActorId).FirstOrDefaultAsync();
        var (people, community) = (await unit.Db.Coming(id).Where(p => p.ActorId != by).ToListAsync(), await Letterhead.Of(unit, gathering.CommunityId));
        foreach (var person in people) unit.Send(gathering.Letter(paper, community, person, gathering.CancelledAt is null ? "changed" : "off"));
        gathering.Told();
    }
}
