using Leaderful.Accounts;
using Leaderful.Mail;
using Leaderful.Shared;

namespace Leaderful.Gatherings.Letters;

internal static class GatheringLetter
{
    /// <summary>What there is to say (a key under <c>gatherings.mail</c>), when and where, and the way there.</summary>
    public static Letter Letter(this GatheringPaper paper, Person person, string what, string by = "")
    {
        var (gathering, community, words) = (paper.Gathering, paper.Community, paper.Head.For(person));
        return new Letter(words, person.Email, words.Say($"gatherings.mail.{what}.subject", ("title", gathering.Title)))
        {
            FromName = community.Name,
            About = gathering.Id.Value,
            Body =
            [
                words.Say($"gatherings.mail.{what}.what", ("title", gathering.Title), ("community", community.Name), ("name", by)),
                .. gathering.CancelReason.Length > 0 ? [gathering.CancelReason] : Array.Empty<string>(),
                .. what == "invite" && gathering.Purpose.Length > 0 ? [gathering.Purpose] : Array.Empty<string>(),
                .. gathering.WhenAndWhere(words),
            ],
            Link = new LetterLink(words["gatherings.mail.open"], $"{paper.Head.Origin}{community.Path}/gatherings/{gathering.Id}"),
            After = [words[$"gatherings.mail.{what}.why"]],
        };
    }

    /// <summary>At the clock of the place.</summary>
    private static IEnumerable<string> WhenAndWhere(this Gathering gathering, Words words)
    {
        if (gathering is { StartsAt: { } from, EndsAt: { } until }) yield return When.Plain(from, until, gathering.Zone, words);
        else yield return words["gatherings.time-open"];
        if (gathering.Place.Length > 0) yield return gathering.Place;
        if (gathering.Link.Length > 0) yield return gathering.Link;
    }
}
