using Leaderful.Accounts;
using Leaderful.Communities.Requests;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Letters;

public static class JoiningLetters
{
    /// <summary>To each who tends the community: somebody is at the door.</summary>
    public static async Task SendAsked(this Unit unit, Letterhead paper, Id<Community> id, string name)
    {
        var community = await Letterhead.Of(unit, id);
        var stewards = await (
            from membership in unit.Db.The<Membership>()
            join person in unit.Db.The<Person>() on membership.PersonId equals person.Id
            where membership.CommunityId == id && membership.LeftAt == null && membership.StewardSince != null && person.LeftAt == null
            select person).ToListAsync();
        foreach (var steward in stewards)
        {
            var words = paper.For(steward);
            unit.Send(new Letter(words, steward.Email, words.Say("letters.asked.subject", ("name", name), ("community", community.Name)))
            {
                FromName = community.Name,
                Body = [words.Say("letters.asked.what", ("name", name), ("community", community.Name))],
                Link = new LetterLink(words["letters.asked.link"], $"{paper.Origin}{community.Path}/requests"),
            });
        }
    }

    /// <summary>To whoever asked, with the steward's own words.</summary>
    public static async Task SendAnswer(this Unit unit, Letterhead paper, JoinRequest request, Answer answer, string word)
    {
        var community = await Letterhead.Of(unit, request.CommunityId);
        var person = await unit.ThePerson(request.PersonId);
        var words = paper.For(person);
        var way = answer == Answer.Accepted ? "accepted" : "declined";
        unit.Send(new Letter(words, person.Email, words.Say($"letters.{way}.subject", ("community", community.Name)))
        {
            FromName = community.Name,
            Body = [words.Say($"letters.{way}.what", ("community", community.Name)), .. word.Length > 0 ? [word] : Array.Empty<string>()],
            Link = answer == Answer.Accepted ? new LetterLink(words["letters.accepted.link"], paper.Origin + community.Path) : null,
        });
    }

    /// <summary>To an address a steward typed; the link is good for whoever reads that mail.</summary>
    public static async Task<QueuedMail> SendInvitation(this Unit unit, Letterhead paper, Words words, CapabilityLink link, string token, string by, string name = "")
    {
        var community = await Letterhead.Of(unit, link.CommunityId!.Value);
        return unit.Send(new Letter(words, link.Email!, words.Say("letters.invited.subject", ("name", by), ("community", community.Name)))
        {
            FromName = community.Name,
            Body = [.. name.Length > 0 ? [words.Say("letters.invited.greeting", ("name", name))] : Array.Empty<string>(), words.Say("letters.invited.what", ("name", by), ("community", community.Name)), .. community.Purpose.Length > 0 ? [community.Purpose] : Array.Empty<string>()],
            Link = new LetterLink(words["letters.invited.link"], $"{paper.Origin}/join/{token}"),
            After = [words.Say("letters.invited.until", ("date", link.ExpiresAt.ToString("d MMMM yyyy", words.Culture))), words["letters.invited.unknown"]],
        });
    }

    public static async Task SendNamed(this Unit unit, Letterhead paper, Id<Community> id, Person person, string by)
    {
        var (community, words) = (await Letterhead.Of(unit, id), paper.For(person));
        unit.Send(new Letter(words, person.Email, words.Say("letters.named.subject", ("community", community.Name)))
        {
            FromName = community.Name,
            Body = [words.Say("letters.named.what", ("name", by), ("community", community.Name)), words["letters.named.means"]],
            Link = new LetterLink(words["letters.named.link"], $"{paper.Origin}{community.Path}"),
            After = [words["letters.named.not"]],
        });
    }
}
