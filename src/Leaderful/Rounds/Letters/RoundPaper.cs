using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Rounds.Letters;

/// <summary>What every letter about a round needs besides its reader.</summary>
internal sealed record RoundPaper(Letterhead Head, Round Round, Community Community)
{
    /// <summary>A link leads to a page that answers for its reader, about this round alone.</summary>
    public static readonly TimeSpan LinkLasts = TimeSpan.FromDays(60);

    public static async Task<RoundPaper> Of(Unit unit, Letterhead head, Round round) => new(head, round, await Letterhead.Of(unit, round.CommunityId));

    public string Name(Words words) => Round.Title.Length > 0 ? Round.Title : words["rounds.untitled"];

    /// <summary>What there is to say (a key under <c>rounds.mail</c>), to somebody, about somebody.</summary>
    public void Send(Unit unit, Person person, string what, string names = "")
    {
        var words = Head.For(person);
        (string, object)[] places = [("title", Name(words)), ("community", Community.Name), ("names", names),
            ("join", Round.JoinBy.ToString("d MMMM", words.Culture)), ("meet", Round.MeetBy.ToString("d MMMM", words.Culture))];
        unit.Send(new Letter(words, person.Email, words.Say($"rounds.mail.{what}.subject", places))
        {
            FromName = Community.Name,
            About = Round.Id.Value,
            Body = [words.Say($"rounds.mail.{what}.what", places), words.Say($"rounds.mail.{what}.how", places)],
            Link = new LetterLink(words[$"rounds.mail.{what}.link"], $"{Head.Origin}{Way(unit, person, what)}"),
            After = [words["rounds.mail.why"]],
        });
    }

    /// <summary>Where an answer is asked for, it is given without signing in.</summary>
    private string Way(Unit unit, Person person, string what) => what is "invited" or "asked" or "asked-again"
        ? RoundLinks.Path + unit.NewRoundLink(Round, person.Id) : $"{Community.Path}/rounds/{Round.Id}";
}

internal static class RoundReaders
{
    /// <summary>Of the people of a round's place those who may be written to. Whoever wants no reminders finds it on Today.</summary>
    public static IQueryable<Person> WrittenTo(this Db db, Round round) =>
        db.PeopleAt(round.Place, round.OnId).Where(p => p.EmailProvedAt != null && p.RemindersStoppedAt == null);

    public static async Task<Dictionary<Id<Person>, RoundHabit>> HabitsIn(this Unit unit, Round round)
    {
        var community = round.CommunityId;
        return await unit.Db.The<RoundHabit>().AsTracking().Where(h => h.CommunityId == community).ToDictionaryAsync(h => h.PersonId);
    }
}
