using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Gatherings.Letters;
using Leaderful.ICalendar;
using Leaderful.Mail.Receiving;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings.Invitations;

/// <summary>What somebody's calendar answers counts as their touch on the link in the letter would.</summary>
public static class AnsweringByMail
{
    /// <param name="sentAt">When the mail says it was written, where the answer in it does not say so.</param>
    internal static async Task<ReceivedOutcome> AnswerByMail(this Unit unit, string token, CalendarReply reply, DateTime sentAt)
    {
        if (await unit.Db.FindLink(token, LinkPurpose.ComingByMail, unit.Now) is not { ThingId: { } thing, PersonId: { } to } link) return ReceivedOutcome.Nowhere;
        var id = thing.As<Gathering>();
        // What is called off, or not then any more, is not answered: calendars are told so as well.
        if (await unit.FindGathering(id) is not { CancelledAt: null, Time: not null } gathering || gathering.EndsAt <= unit.Now) return ReceivedOutcome.Nowhere;
        if (await unit.Db.SeenBy(id).SingleOrDefaultAsync(p => p.Id == to) is not { } person) return ReceivedOutcome.Nowhere;
        if (Person.KeyOf(reply.Address) != link.Email) return ReceivedOutcome.SomebodyElse;
        // The part after the @ is this house's, which may have another name by now.
        if (!reply.Uid.StartsWith($"{id}@", StringComparison.Ordinal)) return ReceivedOutcome.OtherThing;
        if (reply.RecurrenceId is not null) return ReceivedOutcome.Otherwise;
        if (ComingOf(reply.Participation) is not { } coming) return ReceivedOutcome.Undecided;
        var version = new AnswerVersion(Math.Min(reply.Sequence, gathering.Sequence), Between(link.CreatedAt, reply.Stamp?.UtcDateTime ?? sentAt, unit.Now));
        return await unit.AnswerGathering(person.ActorId, id, coming, version) ? ReceivedOutcome.Taken : ReceivedOutcome.Older;
    }

    private static Coming? ComingOf(CalendarParticipation participation) => participation switch
    {
        CalendarParticipation.Accepted => Coming.Yes,
        CalendarParticipation.Tentative => Coming.Maybe,
        CalendarParticipation.Declined => Coming.No,
        _ => null,
    };

    /// <summary>Nobody answered before they were asked, nor tomorrow: such a clock is wrong.</summary>
    private static DateTime Between(DateTime first, DateTime written, DateTime now) => written < first ? first : written > now ? now : written;
}
