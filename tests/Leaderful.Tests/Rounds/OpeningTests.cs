using System.Net;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Initiatives;
using Leaderful.Initiatives.Teams;
using Leaderful.Rounds;
using Leaderful.Shared.Views;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Rounds;

/// <summary>A round is opened by whoever belongs somewhere, for those who belong there; each says for themselves whether they are in.</summary>
public class OpeningTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task Whoever_belongs_opens_one_and_nobody_else_finds_it()
    {
        var (circle, people) = await world.Those(4);
        Assert.Contains("Meet two by two", (await people[1].Get(CircleWorld.Path(circle))).Main, StringComparison.Ordinal);
        var id = await world.Open(people[0], circle.Id.As<Thing>(), "Coffee in March");
        Assert.Equal("Coffee in March", (await people[1].Get(RoundWorld.At(id))).Heading);
        Assert.Contains("Coffee in March", (await people[2].Get(CircleWorld.Path(circle))).Main, StringComparison.Ordinal);
        Assert.Empty(await world.Answers(id));
        foreach (var other in world.Others)
        {
            Assert.NotEqual(HttpStatusCode.OK, (await other.Get(RoundWorld.At(id))).Status);
            Assert.NotEqual(HttpStatusCode.OK, (await other.Get($"{RoundWorld.Place}/new?on={circle.Id}")).Status);
            Assert.DoesNotContain("Coffee in March", (await other.Get(CircleWorld.Path(circle))).Text, StringComparison.Ordinal);
            foreach (var act in new[] { "reply", "pairs", "pairs/ending", "deletion", "restoration" }) await other.Post($"{RoundWorld.At(id)}/{act}", ("reply", "In"));
            await other.Post(RoundWorld.Place, ("on", circle.Id.ToString()), ("join", DayWords.Written(world.Today().AddDays(3))), ("meet", DayWords.Written(world.Today().AddDays(17))));
        }
        Assert.Empty(await world.Answers(id));
        Assert.Equal(1, await world.Read(db => db.The<Round>().CountAsync(r => r.OnId == circle.Id.As<Thing>() && r.PairedAt == null)));
    }

    [Theory]
    [InlineData(4, "", "2030-01-01", "join", "still to come")]
    [InlineData(4, "2020-01-01", "2026-12-20", "join", "still to come")]
    [InlineData(4, "2026-11-30", "2026-11-30", "meet", "after that")]
    [InlineData(4, "2026-11-30", "2031-11-30", "meet", "within a year")]
    [InlineData(3, "2026-11-30", "2026-12-20", "title", "four people")]
    public async Task What_cannot_be_is_said_on_its_field_and_what_was_typed_is_kept(int count, string join, string meet, string field, string said)
    {
        var (circle, people) = await world.Those(count);
        var page = await people[0].Post(RoundWorld.Place, ("on", circle.Id.ToString()), ("title", "Two by two"), ("join", join), ("meet", meet));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(said, page.Page.QuerySelector($"#{field}-w")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Two by two", page.Page.QuerySelector("#title")!.GetAttribute("value"));
        Assert.False(await world.Read(db => db.The<Round>().AnyAsync(r => r.OnId == circle.Id.As<Thing>())));
    }

    [Fact]
    public async Task With_fewer_than_four_nothing_is_offered()
    {
        var (circle, people) = await world.Those(3);
        Assert.DoesNotContain("Meet two by two", (await people[0].Get(CircleWorld.Path(circle))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_in_who_did_not_say_so_and_nobody_reads_who_said_no()
    {
        var (circle, people) = await world.Those(5);
        var id = await world.Open(people[0], circle.Id.As<Thing>());
        await id.Say(RoundReply.In, people[1]);
        await id.Say(RoundReply.NotThisTime, people[2]);
        foreach (var one in people) Assert.Contains("1 person is in", (await one.Get(RoundWorld.At(id))).Main, StringComparison.Ordinal);
        foreach (var one in people.Except([people[2]])) Assert.DoesNotContain(people[2].Person.Id.ToString(), (await one.Get(RoundWorld.At(id))).Text, StringComparison.Ordinal);
        Assert.Equal("true", (await people[2].Get(RoundWorld.At(id))).Page.QuerySelector("button[value=NotThisTime]")!.GetAttribute("aria-pressed"));
        await id.Say(RoundReply.In, people[2]);
        Assert.Contains("2 people are in", (await people[0].Get(RoundWorld.At(id))).Main, StringComparison.Ordinal);
        Assert.False(await world.Read(db => db.The<JournalEntry>().AnyAsync(j => j.Subject == id.Value && j.ActorId == people[2].Person.ActorId)));
    }

    [Fact]
    public async Task A_letter_asks_each_but_whoever_opened_it_said_something_or_rests_and_is_answered_signed_out()
    {
        var (circle, people) = await world.Those(5);
        await people[3].Post($"{RoundWorld.Place}/rest", ("until", "month"));
        var id = await world.Open(people[0], circle.Id.As<Thing>());
        await id.Say(RoundReply.NotThisTime, people[4]);
        foreach (var _ in new[] { 1, 2 }) await world.Invite(id);
        var mails = await Task.WhenAll(people.Select(p => world.Mails(p, id)));
        Assert.Equal([0, 1, 1, 0, 0], mails);
        var link = await world.LinkIn(people[1]);
        var page = await world.Anyone().Get(link);
        Assert.DoesNotContain(await world.Answers(id), a => a.PersonId == people[1].Person.Id);
        await world.Anyone().Post(link, ("reply", "In"));
        Assert.NotNull((await world.Answer(id, people[1])).InAt);
        Assert.Contains("You are in", (await world.Anyone().Get(link)).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await world.Anyone().Get(link[..^2] + "xx")).Status);
        Assert.NotNull(page.Page.QuerySelector("button[value=In]"));
    }

    [Fact]
    public async Task Whoever_rests_is_not_asked_until_the_month_is_over_and_may_come_in_all_the_same()
    {
        var (circle, people) = await world.Those(4);
        var first = await world.Open(people[0], circle.Id.As<Thing>());
        Assert.Contains("Two by two", (await people[1].Get("/c/millbrook")).Main, StringComparison.Ordinal);
        await first.Say(RoundReply.NotForAMonth, people[1]);
        var second = await world.Open(people[0], circle.Id.As<Thing>());
        Assert.DoesNotContain("Two by two", (await people[1].Get("/c/millbrook")).Main, StringComparison.Ordinal);
        Assert.Contains("Two by two", (await people[2].Get("/c/millbrook")).Main, StringComparison.Ordinal);
        Assert.Contains("You rest until", (await people[1].Get(RoundWorld.Place)).Main, StringComparison.Ordinal);
        await second.Say(RoundReply.In, people[1]);
        Assert.DoesNotContain("You rest until", (await people[1].Get(RoundWorld.Place)).Main, StringComparison.Ordinal);
        await people[2].Post($"{RoundWorld.Place}/rest", ("until", "open"));
        Assert.DoesNotContain("Two by two", (await people[2].Get("/c/millbrook")).Main, StringComparison.Ordinal);
        await people[2].Post($"{RoundWorld.Place}/rest/ending");
        Assert.Contains("Two by two", (await people[2].Get("/c/millbrook")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_and_those_who_come_to_a_gathering_have_rounds_too()
    {
        var (_, people) = await world.Those(5);
        var (initiative, gathering) = await world.Writes.Do(async unit =>
        {
            var by = people[0].Person.ActorId;
            var begun = await unit.BeginInitiative(by, world.Millbrook.Id, world.Millbrook.ScopeId, "Night garden");
            var called = await unit.CallGathering(by, world.Millbrook.Id, new GatheringHost(world.Millbrook.ScopeId), new GatheringWish(GatheringKind.Cafe, "Night café", null));
            await unit.Db.SaveChangesAsync();
            foreach (var one in people.Take(4))
            {
                await unit.Carry(one.Person.ActorId, begun);
                await unit.AnswerGathering(one.Person.ActorId, called, Coming.Yes);
                await unit.Db.SaveChangesAsync();
            }
            await unit.AnswerGathering(people[4].Person.ActorId, called, Coming.Maybe);
            return (begun.As<Thing>(), called.As<Thing>());
        });
        foreach (var (on, path) in new[] { (initiative, "initiatives"), (gathering, "gatherings") })
        {
            Assert.Contains("Meet two by two", (await people[0].Get($"/c/millbrook/{path}/{on}")).Main, StringComparison.Ordinal);
            Assert.DoesNotContain("Meet two by two", (await people[4].Get($"/c/millbrook/{path}/{on}")).Main, StringComparison.Ordinal);
            var id = await world.Paired(on, people[..4]);
            Assert.Equal(2, (await world.Answers(id)).Select(a => a.Pair).Distinct().Count());
            Assert.Equal(HttpStatusCode.NotFound, (await people[4].Get(RoundWorld.At(id))).Status);
        }
    }

    [Fact]
    public async Task Whoever_opened_it_takes_it_down_and_puts_it_back_until_it_says_nothing_any_more()
    {
        var (circle, people) = await world.Those(4);
        var id = await world.Open(people[0], circle.Id.As<Thing>(), "Walks along the ferry");
        await people[1].Post($"{RoundWorld.At(id)}/deletion");
        Assert.Equal(HttpStatusCode.OK, (await people[0].Get(RoundWorld.At(id))).Status);
        await people[0].Submit(await people[0].Get(RoundWorld.At(id)), $"{id}/deletion");
        Assert.Equal(HttpStatusCode.NotFound, (await people[1].Get(RoundWorld.At(id))).Status);
        Assert.Contains("Walks along the ferry", (await people[0].Get("/c/millbrook/bin")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Walks along the ferry", (await people[1].Get("/c/millbrook/bin")).Main, StringComparison.Ordinal);
        await people[0].Post($"{RoundWorld.At(id)}/restoration");
        await id.Say(RoundReply.In, people[1]);
        await people[0].Post($"{RoundWorld.At(id)}/deletion");
        await world.Writes.Do(unit => unit.Db.The<Thing>().Where(t => t.Id == id.As<Thing>()).ExecuteUpdateAsync(t => t.SetProperty(x => x.DeletedAt, unit.Now.AddDays(-31))));
        await world.Work(RoundPurging.KindOfWork, id.Value);
        Assert.Equal("", await world.Read(db => db.The<Round>().Where(r => r.Id == id).Select(r => r.Title).SingleAsync()));
        Assert.Empty(await world.Answers(id));
    }
}
