using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.Rounds;
using Leaderful.Rounds.Letters;
using Leaderful.Shared;
using Leaderful.Shared.Views;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Leaderful.Tests.Rounds;

/// <summary>What the tests of rounds do again and again, in Millbrook.</summary>
public static class RoundWorld
{
    public const string Place = "/c/millbrook/rounds";

    public static string At(Id<Round> id) => $"{Place}/{id}";

    public static DateOnly Today(this World world) => DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime);

    /// <summary>So many of a circle of their own who may be written to.</summary>
    public static async Task<(Circle Circle, Visitor[] People)> Those(this CircleWorld world, int count)
    {
        var people = new Visitor[count];
        for (var n = 0; n < count; n++) people[n] = await world.Newcomer($"Nth {(char)('A' + n)} {Guid.NewGuid():N}");
        var ids = people.Select(p => p.Person.Id).ToList();
        await world.Writes.Do(unit => unit.Db.The<Person>().Where(p => ids.Contains(p.Id)).ExecuteUpdateAsync(p => p.SetProperty(x => x.EmailProvedAt, unit.Now)));
        return (await world.Circle(Joining.Open, people), people);
    }

    /// <summary>A round as the form opens it: three days to come in, two weeks more to meet.</summary>
    public static async Task<Id<Round>> Open(this World world, Visitor by, Id<Thing> on, string title = "")
    {
        var answer = await by.Post(Place, ("on", on.ToString()), ("title", title), ("join", DayWords.Written(world.Today().AddDays(3))), ("meet", DayWords.Written(world.Today().AddDays(17))));
        return Id<Round>.TryParse(answer.Location.Split('/')[^1], null, out var id) ? id : throw new InvalidOperationException($"{answer.Status}: {answer.Main}");
    }

    public static async Task Say(this Id<Round> id, RoundReply reply, params IEnumerable<Visitor> who)
    {
        foreach (var one in who) await one.Post($"{At(id)}/reply", ("reply", reply.ToString()));
    }

    /// <summary>Opened, joined by all, and paired by the first.</summary>
    public static async Task<Id<Round>> Paired(this World world, Id<Thing> on, params Visitor[] people)
    {
        var id = await world.Open(people[0], on);
        await id.Say(RoundReply.In, people);
        await people[0].Post($"{At(id)}/pairs");
        return id;
    }

    public static Task<RoundAnswer[]> Answers(this World world, Id<Round> id) => world.Read(db => db.The<RoundAnswer>().AsNoTracking().Where(a => a.RoundId == id).ToArrayAsync());

    public static async Task<RoundAnswer> Answer(this World world, Id<Round> id, Visitor who) => (await world.Answers(id)).Single(a => a.PersonId == who.Person.Id);

    public static async Task Told(this World world, Id<Round> id)
    {
        world.Time.Advance(RoundTimes.Patience);
        await world.Writes.Do(unit => unit.TellPairs(world.Paper(), id));
    }

    /// <summary>Its days are over, and each is asked whether they met.</summary>
    public static async Task Asked(this World world, Id<Round> id)
    {
        world.Time.Advance(TimeSpan.FromDays(19));
        await world.Ask(id);
    }

    public static Task Ask(this World world, Id<Round> id) => world.Writes.Do(unit => unit.AskWhetherMet(world.Paper(), id));

    public static Task Mend(this World world, Id<Round> id) => world.Writes.Do(unit => unit.MendRound(world.Paper(), id));

    public static Task Invite(this World world, Id<Round> id) => world.Writes.Do(unit => unit.InviteToRound(world.Paper(), id));

    public static Letterhead Paper(this World world) => new(world.Services.GetRequiredService<Languages>(), "https://rounds.example");

    public static Task<int> Mails(this World world, Visitor who, Id<Round> about) => world.Read(db => db.The<QueuedMail>().CountAsync(m => m.To == who.Person.Email && m.About == about.Value));

    public static async Task<string> LinkIn(this World world, Visitor who) => new Uri((await world.MailTo(who.Person.Email)).Split('\n').First(l => l.StartsWith("http", StringComparison.Ordinal)).Trim()).PathAndQuery;
}
