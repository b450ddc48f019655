using Leaderful.Accounts;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Mail;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Stories.Moments;

/// <summary>Asks an owner by letter, as things are when it is due; its link answers for these words, and withdraws them for as long as they stand.</summary>
public sealed class MomentLetters(Writes writes, Letterheads letterheads) : LetterWork<Moment>(writes, letterheads)
{
    public const string KindOfWork = "moment.ask";

    public override string Kind => KindOfWork;

    protected override Task Write(Unit unit, Letterhead paper, Id<Moment> about, DateTime due) => unit.AskByLetter(paper, about);
}

public static class AskingByLetter
{
    private const int LastsYears = 10;
    private const int LongestInSubject = 80;

    /// <summary>Once for those it is asked for; again where they are others.</summary>
    public static async Task AskByLetter(this Unit unit, Letterhead paper, Id<Moment> about)
    {
        if (await unit.HoldMoment(about) is not { IsOpen: true } moment || moment.WrittenFor == moment.AskedFor) return;
        if (await unit.Db.The<Thing>().AnyAsync(t => t.Id == moment.StoryId.As<Thing>() && t.DeletedAt != null)) return;
        var owner = await unit.Db.The<Person>().SingleOrDefaultAsync(p => p.ActorId == moment.OwnerId && p.LeftAt == null);
        // Whoever has not proved their address finds it on their page.
        if (owner is { EmailProvedAt: null }) return;
        if ((owner?.Email ?? moment.Email) is not { Length: > 0 } address) return;
        moment.WrittenFor = moment.AskedFor;
        unit.Send(await Letter(unit, paper, moment, owner, address));
    }

    private static async Task<Letter> Letter(Unit unit, Letterhead paper, Moment moment, Person? owner, string address)
    {
        var db = unit.Db;
        var asker = await db.The<Person>().SingleOrDefaultAsync(p => p.ActorId == moment.AskedById);
        // Somebody without an account is written to in the language of whoever asks.
        var words = paper.Languages.Best(owner is null ? asker?.Language : owner.Language);
        var (name, title, community) = (await db.The<Actor>().Where(a => a.Id == moment.AskedById).Select(a => a.Name).SingleAsync(), await db.TitleOf(moment.StoryId), await Letterhead.Of(unit, moment.CommunityId));
        var readers = (await db.ReadersOn([moment.AskedFor], words))[moment.AskedFor];
        var when = moment.AllowedAt is null ? "ask" : "anew";
        return new Letter(words, address, words.Say("stories.mail.subject", ("name", name), ("title", Sending.Short(title, LongestInSubject))))
        {
            FromName = community.Name,
            About = moment.StoryId.Value,
            Body = [words.Say($"stories.mail.{when}", ("name", name), ("title", title), ("community", community.Name)), moment.Words, words.Say("stories.mail.readers", ("readers", readers))],
            Link = new LetterLink(words["stories.mail.link"], $"{paper.Origin}{ByLinkEndpoints.Path}{moment.Id}/{NewLink(unit, moment, owner)}"),
            After = [words["stories.mail.nothing"], words["stories.mail.withdraw"]],
        };
    }

    private static string NewLink(Unit unit, Moment moment, Person? owner) =>
        unit.OpenLink(new(LinkPurpose.Moment, moment.CommunityId, moment.StoryId.As<Thing>(), unit.Now.AddYears(LastsYears)) { To = owner?.Id, Email = owner is null ? moment.Email : null });
}
