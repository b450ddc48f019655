using Leaderful.Accounts;
using Leaderful.Care;
using Leaderful.Communities;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Mail;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Assets.Calls;

/// <summary>Reaches those who agreed to be called, once, for words that are in the call; by mail, where their address is proved, and on Today.</summary>
public sealed class CallLetters(Writes writes, Letterheads letterheads, HouseWords house) : LetterWork<Call>(writes, letterheads)
{
    public const string KindOfWork = "call.letters";

    public override string Kind => KindOfWork;

    protected override Task Write(Unit unit, Letterhead paper, Id<Call> about, DateTime due) => unit.Reach(paper, house, about);
}

public static class ReachingOut
{
    private const int LongestInSubject = 80;
    private const int LongestExcerpt = 200;

    public static async Task Reach(this Unit unit, Letterhead paper, HouseWords house, Id<Call> id)
    {
        var db = unit.Db;
        if (await db.The<Call>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id) is not { } call || !call.IsOpen(unit.Now)) return;
        if (await db.CallerOf(call) is not { } caller) return;
        var community = await Letterhead.Of(unit, call.CommunityId);
        var own = await db.SynonymsIn(call.CommunityId);
        foreach (var (person, words) in await db.Reachable(call, caller).ToListAsync())
        {
            if (!CallMatching.IsFor(call, words, house, own)) continue;
            db.Add(new CallAnswer { CallId = id, PersonId = person.Id, CommunityId = call.CommunityId, CalledAt = unit.Now });
            if (person.EmailProvedAt is not null) unit.Write(paper, community, call, person, caller.Name);
        }
    }

    /// <summary>Who agreed and was not reached yet; of two who would rather not read one another neither calls the other.</summary>
    private static IQueryable<ReachablePerson> Reachable(this Db db, Call call, Caller caller) =>
        from c in db.Callables(call.CommunityId)
        join p in db.The<Person>() on c.PersonId equals p.Id
        where p.LeftAt == null && p.ActorId != call.CallerId && !db.The<CallAnswer>().Any(a => a.CallId == call.Id && a.PersonId == p.Id)
            && !db.The<SetAside>().Any(s => s.CommunityId == call.CommunityId && ((s.PersonId == p.Id && s.OtherId == call.CallerId) || (s.PersonId == caller.PersonId && s.OtherId == p.ActorId)))
        orderby p.Id
        select new ReachablePerson(p, c.Words);

    private static void Write(this Unit unit, Letterhead paper, Community community, Call call, Person person, string caller)
    {
        var words = paper.For(person);
        var token = unit.OpenLink(new(LinkPurpose.Called, community.Id, call.Id.As<Thing>(), call.EndsAt + CallByLink.StaysOpen) { To = person.Id });
        var address = $"{paper.Origin}{CallByLink.Path}{token}";
        unit.Send(new Letter(words, person.Email, words.Say("calls.mail.subject", ("what", Sending.Short(call.What, LongestInSubject))))
        {
            FromName = community.Name,
            About = call.Id.Value,
            Body = [words.Say("calls.mail.what", ("name", caller), ("community", community.Name), ("day", call.Until.ToString("d MMMM", words.Culture))), call.What, .. call.More.Length > 0 ? [Sending.Short(call.More, LongestExcerpt)] : Array.Empty<string>()],
            Link = new LetterLink(words["calls.mail.link"], address),
            After = [words["calls.mail.silence"], words["calls.mail.stop"]],
        });
    }

    private sealed record ReachablePerson(Person Person, string Words);
}
