using System.Net;
using Leaderful.Commitments;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Initiatives;
using Leaderful.Initiatives.Teams;
using Leaderful.OneToOnes;
using Leaderful.OneToOnes.Sharing;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Leaderful.Tests.OneToOnes.OneToOneSteps;

namespace Leaderful.Tests.OneToOnes;

/// <summary>One text of both: either writes it, both confirm it, and only then it stands and each has promised what they promised.</summary>
public class SharedPartTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task Both_confirm_and_each_has_a_commitment_the_other_sees_too()
    {
        var (one, mine, theirs) = (await Opened(world.Wen), CircleWorld.Own("I bring the keys"), CircleWorld.Own("I call the council"));
        await world.Ruth.Post($"{At(one)}/shared", ("passed", "Support"), ("passed", "Insight"), ("passed-words", "The old map"), ("planner-does", mine), ("planner-by", "2027-05-01"), ("other-does", theirs));
        Assert.Empty(await Made(one));
        var page = await world.Wen.Get(At(one));
        foreach (var said in new[] { mine, theirs, "A hand, A thought", "The old map", "Ruth Abara wrote this. Is it so?" }) Assert.Contains(said, page.Main, StringComparison.Ordinal);
        page = await world.Wen.Submit(page, "/shared/confirmation");
        Assert.Contains("Both of you confirmed it", page.Main, StringComparison.Ordinal);
        Assert.Equal([(world.Ruth.Person.ActorId, mine, (DateOnly?)new DateOnly(2027, 5, 1)), (world.Wen.Person.ActorId, theirs, null)], (await Made(one)).Select(c => (c.DoerId, c.What, c.Due)));
        foreach (var who in new[] { world.Ruth, world.Wen }) foreach (var said in new[] { mine, theirs }) foreach (var list in new[] { "/c/millbrook/commitments", List }) Assert.Contains(said, (await who.Get(list)).Main, StringComparison.Ordinal);
        foreach (var other in world.Others) foreach (var said in new[] { mine, theirs, "The old map" })
        {
            Assert.DoesNotContain(said, (await other.Get("/c/millbrook/commitments")).Text, StringComparison.Ordinal);
            Assert.DoesNotContain(said, (await other.Get($"{At(one)}/shared")).Text, StringComparison.Ordinal);
        }
        await world.Ruth.Post($"{At(one)}/shared", ("planner-does", "Something else"));
        Assert.Equal(mine, (await Part(one)).PlannerDoes);
        Assert.Equal(2, (await Made(one)).Count);
    }

    [Fact]
    public async Task Without_an_account_it_is_confirmed_by_the_link_and_the_promise_is_theirs()
    {
        var (one, to) = (await world.Plan(world.Ruth, "Grandmother Ida", ("day", "2020-03-04"), ("been", "yes")), Address());
        await world.Ruth.Post($"{At(one)}/agreement", ("by", "InPerson"));
        await world.Ruth.Post($"{At(one)}/shared", ("other-does", "Shows us the well"), ("planner-does", "Brings a rope"));
        Assert.Contains("Grandmother Ida does not see it yet", (await world.Ruth.Get(At(one))).Main, StringComparison.Ordinal);
        await world.Ruth.Post($"{At(one)}/request", ("way", "Mail"), ("email", to));
        var link = await world.LinkTo(to);
        var page = await world.Anyone().Get(link);
        page = await world.Anyone().Submit(page, "/shared/confirmation");
        Assert.Contains("Both of you confirmed it", page.Main, StringComparison.Ordinal);
        var made = await Made(one);
        Assert.Equal(["Brings a rope", "Shows us the well"], made.Select(c => c.What).Order());
        Assert.Contains("Grandmother Ida", (await world.Ruth.Get("/c/millbrook/commitments")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Shows us the well", (await world.Ines.Get("/c/millbrook/commitments")).Text, StringComparison.Ordinal);
        await world.Anyone().Post($"{link}/forgetting");
        Assert.Equal([("", CommitmentState.Released), ("Brings a rope", CommitmentState.Accepted)], (await Made(one)).Select(c => (c.What, c.StateAt(world.Time.Utc()))).OrderBy(c => c.What));
        Assert.Contains("free again", await world.MailTo(world.Ruth.Person.Email), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_writes_over_what_they_have_not_seen_is_told_and_loses_nothing_and_confirms_nothing_else()
    {
        var one = await Opened(world.Wen);
        var (a, b) = (await world.Ruth.Get($"{At(one)}/shared"), await world.Wen.Get($"{At(one)}/shared"));
        await world.Ruth.Submit(a, "/shared", ("planner-does", "Ruth's way"));
        var told = await world.Wen.Post(b.FormTo("/shared"), [.. b.FieldsOf("/shared", [("other-does", "Wen's way")])]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Equal("Wen's way", told.Page.QuerySelector("#other-does")!.GetAttribute("value"));
        Assert.Equal("Ruth's way", (await Part(one)).PlannerDoes);
        await world.Wen.Submit(told, "/shared");
        Assert.Equal("Wen's way", (await Part(one)).OtherDoes);
        var old = await world.Ruth.Get(At(one));
        await world.Wen.Post($"{At(one)}/shared", ("other-does", "Wen's third way"));
        var confirmed = await world.Ruth.Submit(old, "/shared/confirmation");
        Assert.Contains("Wen's third way", confirmed.Main, StringComparison.Ordinal);
        Assert.False((await Part(one)).IsSettled);
        Assert.Empty(await Made(one));
    }

    [Fact]
    public async Task Nothing_is_an_answer_and_what_cannot_be_is_said_on_its_field()
    {
        var one = await Opened(world.Wen);
        var wrong = await world.Ruth.Post($"{At(one)}/shared", ("planner-does", new string('a', 201)), ("planner-by", "2020-01-01"), ("referral", "Ida"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.NotNull(wrong.Page.QuerySelector("#planner-does-w"));
        Assert.NotNull(wrong.Page.QuerySelector("#planner-by-w"));
        Assert.Equal("Ida", wrong.Page.QuerySelector("#referral")!.GetAttribute("value"));
        await world.Ruth.Post($"{At(one)}/shared");
        Assert.Contains("Nobody takes anything on", (await world.Wen.Get(At(one))).Main, StringComparison.Ordinal);
        await world.Wen.Submit(await world.Wen.Get(At(one)), "/shared/confirmation");
        Assert.True((await Part(one)).IsSettled);
        Assert.Empty(await Made(one));
    }

    [Fact]
    public async Task The_team_knows_of_it_only_where_both_say_so_and_never_who_said_what()
    {
        var initiative = await world.Writes.Do(unit => unit.BeginInitiative(world.Ruth.Person.ActorId, world.Millbrook.Id, world.Millbrook.ScopeId, "The well"));
        await world.Bea.Post($"/c/millbrook/initiatives/{initiative}/team");
        await Shared(initiative, CircleWorld.Own("Told by one"), ruth: true, wen: false);
        Assert.Contains("Nothing has been released", Team(await world.Bea.Get($"/c/millbrook/initiatives/{initiative}")), StringComparison.Ordinal);
        var told = CircleWorld.Own("Told by both");
        await Shared(initiative, told, ruth: true, wen: true);
        var team = Team(await world.Bea.Get($"/c/millbrook/initiatives/{initiative}"));
        foreach (var said in new[] { "One meeting", told, "A long ladder" }) Assert.Contains(said, team, StringComparison.Ordinal);
        Assert.DoesNotContain("What nobody hears", team, StringComparison.Ordinal);
        Assert.DoesNotContain(told, (await world.Ines.Get($"/c/millbrook/initiatives/{initiative}")).Text, StringComparison.Ordinal);
        var another = await world.Writes.Do(unit => unit.BeginInitiative(world.Ruth.Person.ActorId, world.Millbrook.Id, world.Millbrook.ScopeId, "The quay"));
        foreach (var one in await world.Read(db => db.The<OneToOne>().Where(o => o.InitiativeId == initiative).ToListAsync()))
            await world.Ruth.Submit(await world.Ruth.Get($"{At(one)}/settings"), "/settings", ("initiative", another.ToString()));
        Assert.Contains("Nothing has been released", Team(await world.Ruth.Get($"/c/millbrook/initiatives/{another}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_erases_themselves_takes_their_words_and_leaves_the_planner_theirs()
    {
        var joss = await world.Newcomer("Joss Shared");
        var one = await Opened(joss);
        await world.Ruth.Post($"{At(one)}/shared", ("planner-does", "Mine to do"), ("other-does", "Joss's to do"), ("passed-words", "What Joss told"));
        await joss.Submit(await joss.Get(At(one)), "/shared/confirmation");
        await world.Writes.Do(unit => unit.EraseWords([joss.Person.ActorId]));
        var part = await Part(one);
        Assert.Equal(("Mine to do", "", ""), (part.PlannerDoes, part.OtherDoes, part.PassedWords));
        Assert.Equal("With Joss Shared", (await world.Ruth.Get(At(one))).Heading);
    }

    private async Task Shared(Id<Initiative> initiative, string what, bool ruth, bool wen)
    {
        var one = await Opened(world.Wen, ("initiative", initiative.ToString()));
        (string, string)[] tells = ruth ? [("tells", "on")] : [];
        await world.Ruth.Post($"{At(one)}/shared", [("planner-does", what), ("passed-words", "What nobody hears"), ("brings", "A long ladder"), .. tells]);
        tells = wen ? [("tells", "on")] : [];
        await world.Wen.Post($"{At(one)}/shared/confirmation", [("edition", "1"), .. tells]);
        Assert.True((await Part(one)).IsSettled);
    }

    private static string Team(Screen page) => page.Page.QuerySelector("section:has(#one-to-ones)")!.TextContent;

    /// <summary>Theirs as well as Ruth's, and its time has come.</summary>
    private async Task<OneToOne> Opened(Visitor other, params (string, string)[] more)
    {
        var name = await world.Read(db => db.The<Actor>().Where(a => a.Id == other.Person.ActorId).Select(a => a.Name).SingleAsync());
        var one = await world.Plan(world.Ruth, name, [("day", "2020-03-04"), ("been", "yes"), .. more]);
        await world.Ruth.Post($"{At(one)}/agreement", ("by", "InPerson"));
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Ruth.Post($"{At(one)}/request", ("way", "Mail"))).Status);
        return one;
    }

    private Task<SharedPart> Part(OneToOne one) => world.Read(db => db.The<SharedPart>().AsNoTracking().SingleAsync(s => s.OneToOneId == one.Id));

    private Task<List<Commitment>> Made(OneToOne one) => world.Read(db => db.The<Commitment>().AsNoTracking().Where(c => c.OriginId == one.Id.As<Thing>()).OrderBy(c => c.Id).ToListAsync());
}
