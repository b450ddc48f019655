using System.Security.Cryptography;
using System.Text;
using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Gatherings.Calendars;
using Leaderful.Gatherings.Letters;
using Leaderful.ICalendar;
using Leaderful.Mail;
using Leaderful.Mail.Receiving;
using Leaderful.Mime;
using Leaderful.Shared;

namespace Leaderful.Gatherings.Invitations;

/// <summary>
/// A gathering as the letter about it carries it for its reader's calendar (RFC 5546, 6047). Where mail comes in it asks, and the
/// answer goes to an address that is of this gathering and this reader alone; elsewhere it only says what is so.
/// </summary>
public sealed class CalendarInvitations(Inbound inbound, MessageWriter mail, Settings settings)
{
    private const int TokenBytes = Inbound.LongestTag / 2;

    private readonly Lazy<byte[]> key = new(() => KeyFile.Read(settings.KeyFolder, "replies.key"));

    public bool TakesAnswers => inbound.IsOpen;

    /// <summary>
    /// The same in every letter to the same address, since calendars take news of an event only from whoever invited to it. It is
    /// worked out, and the database keeps its hash alone; its letters are small, since some mail programs make them so.
    /// </summary>
    public string TokenOf(Id<Gathering> gathering, Person person) => Convert.ToHexStringLower(
        HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes($"{gathering}\n{person.Id}\n{person.EmailKey}")).AsSpan(0, TokenBytes));

    /// <summary>Nothing while the time is open, unless it had one: then that it is not then. Nobody reads in it who else is invited.</summary>
    internal OutgoingCalendar? Write(GatheringPaper paper, Person person, Coming? answer, DateTime now)
    {
        var place = new CalendarPlace(paper.Head.Origin, mail.Domain, paper.Community.Path);
        if ((paper.Gathering.ToEvent(place) ?? paper.Gathering.ToWithdrawn(place)) is not { } about) return null;
        var (isOff, asks) = (about.Status == CalendarStatus.Cancelled, TakesAnswers && CalendarAddress.IsAddress(person.Email));
        var method = isOff ? CalendarMethod.Cancel : asks ? CalendarMethod.Request : CalendarMethod.Publish;
        about = about with { Stamp = new DateTimeOffset(now), Organizer = Organizer(paper, person, asks), Attendees = asks ? [Attendee(person, answer, isOff)] : [] };
        return new CalendarDocument { ProductId = CalendarWriting.ProductId, Method = method, Events = [about] }.ToMail();
    }

    private CalendarPerson? Organizer(GatheringPaper paper, Person person, bool asks)
    {
        var address = asks ? inbound.At(TokenOf(paper.Gathering.Id, person)) : settings.MailFrom;
        return CalendarAddress.IsAddress(address) ? new CalendarPerson(address, paper.Host) : null;
    }

    private static CalendarAttendee Attendee(Person person, Coming? answer, bool isOff) => new(person.Email)
    {
        IsAsked = !isOff,
        Participation = answer switch
        {
            Coming.Yes => CalendarParticipation.Accepted,
            Coming.Maybe => CalendarParticipation.Tentative,
            Coming.No => CalendarParticipation.Declined,
            _ => CalendarParticipation.NeedsAction,
        },
    };
}
