using Leaderful.Accounts;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Gatherings.Invitations;
using Leaderful.Mail;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings.Letters;

/// <summary>
/// A letter to those who come, may come or were asked, once it has another time or place, or is called off: some minutes later, so that what is
/// corrected at once is told once, and told as it then is.
/// </summary>
public sealed class TellingChanged(Writes writes, Letterheads letterheads, CalendarInvitations calendars) : LetterWork<Gathering>(writes, letterheads)
{
    public const string KindOfWork = "gathering.changed";
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public override string Kind => KindOfWork;

    protected override Task Write(Unit unit, Letterhead paper, Id<Gathering> about, DateTime due) => unit.TellChanged(paper, calendars, about);
}

public static class ChangedLetters
{
    /// <summary>Calendars have to know of it, and so has whoever comes, but for the one who changed it.</summary>
    internal static void TellLater(this Unit unit, Gathering gathering) => unit.Enqueue(TellingChanged.KindOfWork, gathering.Id.Value, unit.Now + TellingChanged.Patience);

    public static async Task TellChanged(this Unit unit, Letterhead paper, CalendarInvitations calendars, Id<Gathering> id)
    {
        if (await unit.FindGathering(id) is not { } gathering || gathering.ToldOf >= gathering.Sequence || gathering.EndsAt <= unit.Now) return;
        var by = await unit.Db.The<JournalEntry>().Where(j => j.Subject == id.Value && (j.Verb == "gathering.set" || j.Verb == "gathering.called-off" || j.Verb == "gathering.called-on"))
            .OrderByDescending(j => j.At).Select(j => j.ActorId).FirstOrDefaultAsync();
        var people = await unit.Db.Awaiting(id).Where(p => p.ActorId != by).ToListAsync();
        var answers = await unit.Db.The<GatheringAnswer>().Where(a => a.GatheringId == id).ToDictionaryAsync(a => a.ActorId, a => a.Coming);
        await unit.OpenRepliesOf(calendars, gathering, people);
        var about = await GatheringPaper.Of(unit, paper, gathering);
        foreach (var person in people) unit.Send(unit.Changed(about, person, answers.GetValueOrDefault(person.ActorId)) with { Calendar = calendars.Write(about, person, answers.GetValueOrDefault(person.ActorId), unit.Now) });
        gathering.Told();
    }

    private static Letter Changed(this Unit unit, GatheringPaper about, Person person, Coming? answer)
    {
        var isOff = about.Gathering.CancelledAt is not null;
        var letter = about.Letter(person, isOff ? "off" : "changed");
        if (answer is not null) return letter;
        return letter with { Link = isOff ? letter.Link : unit.LinkFor(about, person), After = [letter.Words["gatherings.mail.asked-why"]] };
    }
}
