using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Communities.Letters;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Following;
using Leaderful.Mail;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Pages.Mentions;

/// <summary>A letter to whoever was named on a page, once: unless they have seen it by then, may not read it, or want no mail.</summary>
public sealed class TellingNamed(Writes writes, Letterheads letterheads) : LetterWork<PageMention>(writes, letterheads)
{
    public const string KindOfWork = "page.named";

    public override string Kind => KindOfWork;

    protected override Task Write(Unit unit, Letterhead paper, Id<PageMention> about, DateTime due) => Tell(unit, paper, about);

    private static async Task Tell(Unit unit, Letterhead paper, Id<PageMention> id)
    {
        var db = unit.Db;
        if (await db.The<PageMention>().AsTracking().SingleOrDefaultAsync(m => m.Id == id) is not { ToldAt: null, SeenAt: null, GoneAt: null } mention) return;
        var found = await (
            from p in db.The<Page>()
            join k in db.The<Community>() on p.CommunityId equals k.Id
            join m in db.The<Membership>() on k.Id equals m.CommunityId
            join person in db.ReadersOf(mention.PageId.As<Thing>()) on m.PersonId equals person.Id
            where p.Id == mention.PageId && person.Id == mention.PersonId
            select new { p.Title, Community = k, m.Level, Person = person }).SingleOrDefaultAsync();
        if (found is null || found.Level is FollowLevel.Mute or FollowLevel.Quiet) return;
        var (words, title) = (paper.For(found.Person), found.Title);
        unit.Send(new Letter(words, found.Person.Email, title)
        {
            FromName = found.Community.Name,
            About = mention.PageId.Value,
            Body = [words.Say("letters.named-on.what", ("title", title), ("community", found.Community.Name))],
            Link = new LetterLink(words["letters.named-on.link"], $"{paper.Origin}{found.Community.Path}/pages/{mention.PageId}"),
            After = [words.Say("letters.said.less", ("address", $"{paper.Origin}{found.Community.Path}/following"))],
        });
        mention.ToldAt = unit.Now;
    }
}
