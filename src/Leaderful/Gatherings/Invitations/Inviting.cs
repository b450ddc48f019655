using Leaderful.Accounts;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Gatherings.Letters;
using Leaderful.Mail;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings.Invitations;

/// <summary>Somebody who sees a gathering and may be written to.</summary>
public sealed record Invitable(Id<Person> PersonId, Id<Actor> ActorId, string Name);

/// <summary>Writing to those a gathering is for, and their answer by a touch in the letter.</summary>
public static class Inviting
{
    private static readonly TimeSpan LastsWhileOpen = TimeSpan.FromDays(90);

    /// <summary>How many of these were written to: whoever sees it, has said nothing yet and was not written to before.</summary>
    public static async Task<int> InviteTo(this Unit unit, Letterhead paper, CalendarInvitations calendars, Session by, Id<Gathering> id, IReadOnlyCollection<Id<Person>>? whom)
    {
        if (await unit.FindGathering(id) is not { CancelledAt: null } gathering || gathering.EndsAt <= unit.Now) return 0;
        var open = (await unit.Db.InvitableTo(id)).Select(p => p.PersonId).Where(p => whom is null || whom.Contains(p)).ToHashSet();
        var people = await unit.Db.The<Person>().Where(p => open.Contains(p.Id)).ToListAsync();
        await unit.OpenRepliesOf(calendars, gathering, people);
        var about = await GatheringPaper.Of(unit, paper, gathering);
        foreach (var person in people)
        {
            unit.Db.Add(new GatheringInvitation { GatheringId = id, PersonId = person.Id, CommunityId = gathering.CommunityId, ById = by.ActorId, At = unit.Now });
            var letter = about.Letter(person, "invite", by.Name);
            unit.Send(letter with
            {
                Link = unit.LinkFor(about, person),
                Calendar = calendars.Write(about, person, null, unit.Now),
            });
        }
        if (people.Count > 0) unit.Journal(by.ActorId, "gathering.invited", id.Value, gathering.CommunityId);
        return people.Count;
    }

    public static Task<List<Invitable>> InvitableTo(this Db db, Id<Gathering> id) => db.Unasked(id, db.SeenBy(id));

    /// <summary>Those who would be written to if they could be.</summary>
    public static Task<List<Invitable>> NotInvitableTo(this Db db, Id<Gathering> id) => db.Unasked(id, db.UnreachedBy(id));

    private static Task<List<Invitable>> Unasked(this Db db, Id<Gathering> id, IQueryable<Person> people) => (
        from p in people
        join a in db.The<Actor>() on p.ActorId equals a.Id
        where !db.The<GatheringInvitation>().Any(i => i.GatheringId == id && i.PersonId == p.Id)
            && !db.The<GatheringAnswer>().Any(x => x.GatheringId == id && x.ActorId == p.ActorId && x.Coming != null)
        orderby a.Name, a.Id
        select new Invitable(p.Id, a.Id, a.Name)).ToListAsync();

    public static Task<int> InvitedTo(this Db db, Id<Gathering> id) => db.The<GatheringInvitation>().CountAsync(i => i.GatheringId == id);

    internal static Task ForgetInvitations(this Unit unit, Id<Person> person) => unit.Db.The<GatheringInvitation>().Where(i => i.PersonId == person).ExecuteDeleteAsync();

    /// <summary>Good until it is over, however often they change their mind.</summary>
    internal static LetterLink LinkFor(this Unit unit, GatheringPaper about, Person person)
    {
        var gathering = about.Gathering;
        var token = unit.OpenLink(new(LinkPurpose.Coming, gathering.CommunityId, gathering.Id.As<Thing>(), gathering.EndsAt ?? unit.Now + LastsWhileOpen) { To = person.Id });
        return new(about.Head.For(person)["gatherings.mail.answer"], $"{about.Head.Origin}{AnsweringByLink.Path}{token}");
    }
}
