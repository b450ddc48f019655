using Leaderful.Accounts;
using Leaderful.Communities.Letters;
using Leaderful.Communities.Requests;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.Shared;

namespace Leaderful.Circles;

public static class CircleLetter
{
    /// <summary>To whoever asked, with the words of the one who answered.</summary>
    public static async Task SendAnswer(this Unit unit, Letterhead paper, Circle circle, Person person, Answer answer, string word)
    {
        var (community, words) = (await Letterhead.Of(unit, circle.CommunityId), paper.For(person));
        var way = answer == Answer.Accepted ? "accepted" : "declined";
        unit.Send(new Letter(words, person.Email, words.Say($"circles.mail.{way}.subject", ("circle", circle.Name), ("community", community.Name)))
        {
            FromName = community.Name,
            Body = [words.Say($"circles.mail.{way}.what", ("circle", circle.Name), ("community", community.Name)), .. word.Length > 0 ? [word] : Array.Empty<string>()],
            Link = answer == Answer.Accepted ? new LetterLink(words["circles.mail.link"], $"{paper.Origin}{community.Path}/circles/{circle.Id}") : null,
        });
    }
}
