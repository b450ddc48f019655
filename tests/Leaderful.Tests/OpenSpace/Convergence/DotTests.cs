using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Convergence;
using Leaderful.OpenSpace.Wall;
using Leaderful.Shared;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.OpenSpace.Convergence;

/// <summary>Dots show where the energy is: everybody has as many, nothing is dropped, and who put which is shown to nobody.</summary>
public class DotTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task Whoever_holds_the_space_begins_and_ends_it_and_takes_either_back()
    {
        var id = await world.Open(world.Ruth);
        var said = await world.Ruth.Submit(await world.Ruth.Get(At(id)), "/energy", ("each", "3"));
        Assert.Equal((3, world.Ruth.Person.ActorId), await world.Read(db => db.The<DotRound>().Where(r => r.SpaceId == id).Select(r => new ValueTuple<int, Id<Actor>>(r.Each, r.BegunById)).SingleAsync()));
        await world.Ruth.Submit(said, "/deletion");
        Assert.Null((await Energy(id)).Round);
        await world.Ruth.Submit(await world.Ruth.Get(At(id)), "/energy");
        Assert.Equal(5, (await Energy(id)).Round!.Each);
        said = await world.Ruth.Submit(await world.Ruth.Get(At(id)), "/ending");
        Assert.NotNull((await Energy(id)).Round!.EndedAt);
        await world.Ruth.Submit(said, "/reopening");
        Assert.Null((await Energy(id)).Round!.EndedAt);
    }

    [Fact]
    public async Task Nobody_else_does()
    {
        var id = await world.Open(world.Ruth);
        foreach (var other in new[] { world.Bea, await world.Guest(world.Ruth, id, "Old Tom"), world.Hanna, world.Tove, world.Samir, world.Anyone() })
        {
            foreach (var verb in (string[])["", "/ending", "/reopening", "/deletion"]) await other.Post(At(id) + verb, ("each", "5"));
            Assert.Null((await Energy(id)).Round);
        }
        await world.Writes.Do(unit => unit.BeginDots(world.Ruth.Person.ActorId, id, 5));
        foreach (var verb in (string[])["/ending", "/deletion"]) Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post(At(id) + verb)).Status);
        Assert.Null((await Energy(id)).Round!.EndedAt);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("21")]
    [InlineData("many")]
    [InlineData("")]
    public async Task How_many_each_has_is_from_one_to_twenty(string typed)
    {
        var id = await world.Open(world.Ruth);
        var page = await world.Ruth.Post(At(id), ("each", typed));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, typed), (page.Status, page.Page.QuerySelector("[name=each]")!.GetAttribute("value") ?? ""));
        Assert.Contains("from 1 to 20", page.Page.QuerySelector("#each-w")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await Energy(id)).Round);
    }

    [Fact]
    public async Task Members_and_guests_put_them_take_them_back_and_see_what_is_left()
    {
        var id = await world.Open(world.Ruth);
        var (one, other) = (await world.Post(world.Bea, id, "Keys", (0, 0)), await world.Post(world.Wen, id, "Soup"));
        await Begin(id, 2);
        var guest = await world.Guest(world.Ruth, id, "Old Tom");
        foreach (var who in new[] { world.Bea, guest })
        {
            await who.Follow(await Put(who, id, one));
            var page = await who.Follow(await Put(who, id, one));
            Assert.Contains("You have put all your dots", page.Main, StringComparison.Ordinal);
            Assert.Equal("2", page.Page.QuerySelector($"#dots-{one.Id} .mine")!.TextContent);
            var refused = await Put(who, id, other);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("All your dots are put", refused.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
            await Take(who, id, one);
            Assert.Equal(HttpStatusCode.SeeOther, (await Put(who, id, other)).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await Take(world.Wen, id, one)).Status);
        var all = (await Energy(id)).All;
        Assert.Equal((2, 2), (all[one.Id], all[other.Id]));
    }

    [Fact]
    public async Task Whoever_is_not_in_the_room_neither_sees_it_nor_puts_any()
    {
        var (id, elsewhere) = (await world.Open(world.Ruth), await world.Open(world.Ruth));
        var slip = await world.Post(world.Bea, id, "Keys");
        await Begin(id, 2);
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir, await world.Guest(world.Ruth, elsewhere, "Old Tom"), world.Anyone() })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await other.Get(At(id))).Status);
            await Put(other, id, slip);
        }
        await Begin(elsewhere, 2);
        Assert.Equal(HttpStatusCode.NotFound, (await Put(world.Bea, elsewhere, slip)).Status);
        Assert.Empty((await Energy(id)).All);
    }

    [Fact]
    public async Task Until_it_has_ended_the_order_is_the_walls_and_nobody_sees_sums_then_all_topics_are_there_with_theirs()
    {
        var id = await world.Open(world.Ruth);
        var (late, tray, early) = (await world.Post(world.Bea, id, "Late", (1, 1)), await world.Post(world.Bea, id, "Waits"), await world.Post(world.Wen, id, "Early", (0, 0)));
        await Begin(id, 5);
        foreach (var slip in new[] { late, late, tray }) await Put(world.Bea, id, slip);
        foreach (var who in new[] { world.Wen, world.Ruth })
        {
            var open = await who.Get(At(id));
            Assert.Equal(["Early", "Late", "Waits"], open.Page.QuerySelectorAll(".dotted .name").Select(n => n.TextContent.Trim()));
            Assert.All(open.Page.QuerySelectorAll(".dotted .mine"), m => Assert.Equal("0", m.TextContent));
            Assert.Empty(open.Page.QuerySelectorAll(".threads"));
        }
        await world.Ruth.Post($"{At(id)}/ending");
        var seen = await world.Wen.Get(At(id));
        Assert.Equal([("Late", "2 dots"), ("Waits", "1 dot"), ("Early", "No dots")], seen.Page.QuerySelectorAll(".threads li").Select(l => (l.QuerySelector(".name")!.TextContent.Trim(), l.QuerySelector(".meta")!.TextContent.Trim())));
        Assert.DoesNotContain("Bea", seen.Page.QuerySelector(".threads")!.TextContent, StringComparison.Ordinal);
        var refused = await Put(world.Wen, id, early);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(3, (await Energy(id)).All.Values.Sum());
    }

    [Fact]
    public async Task Once_somebody_put_one_it_is_ended_and_not_undone()
    {
        var id = await world.Open(world.Ruth);
        var slip = await world.Post(world.Bea, id, "Keys");
        await Begin(id, 2);
        await Put(world.Bea, id, slip);
        await world.Ruth.Post($"{At(id)}/deletion");
        Assert.Equal(1, (await Energy(id)).All[slip.Id]);
    }

    [Fact]
    public async Task Dots_follow_a_topic_that_is_joined_to_another_and_are_had_back_from_one_taken_down()
    {
        var id = await world.Open(world.Ruth);
        var (one, into, gone) = (await world.Post(world.Bea, id, "One", (0, 0)), await world.Post(world.Bea, id, "Into", (0, 1)), await world.Post(world.Bea, id, "Gone"));
        await Begin(id, 3);
        foreach (var slip in new[] { one, into, gone }) await Put(world.Wen, id, slip);
        await world.Bea.Post($"{Spaces.Topic(id, one)}/merging", ("into", into.Id.ToString()));
        await world.Bea.Post($"{Spaces.Topic(id, gone)}/deletion");
        var page = await world.Wen.Get(At(id));
        Assert.Equal("2", page.Page.QuerySelector($"#dots-{into.Id} .mine")!.TextContent);
        Assert.DoesNotContain("Gone", page.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Put(world.Wen, id, into)).Status);
        await Take(world.Wen, id, gone);
        foreach (var _ in (int[])[1, 2]) Assert.Equal(HttpStatusCode.SeeOther, (await Take(world.Wen, id, into)).Status);
        Assert.Empty((await Energy(id)).All);
        Assert.DoesNotContain("taken down", (await world.Bea.Get(At(id))).Page.QuerySelector(".dotted")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_many_windows_put_them_at_once_nobody_has_more_than_theirs()
    {
        var id = await world.Open(world.Ruth);
        var slips = new[] { await world.Post(world.Bea, id, "One"), await world.Post(world.Bea, id, "Two"), await world.Post(world.Bea, id, "Three") };
        await Begin(id, 5);
        var done = await Task.WhenAll(Enumerable.Range(0, 24).Select(n => world.Writes.Do(unit => unit.PutDot(world.Wen.Person.ActorId, id, slips[n % 3].Id))));
        Assert.Equal(5, done.Count(d => d));
        Assert.Equal(5, (await Energy(id)).All.Values.Sum());
    }

    /// <summary>Whatever several people do, in whatever order: each puts as many as they have left, takes back what they put, and the sums are what they have there.</summary>
    [Fact]
    public async Task Sums_agree_with_what_everybody_did()
    {
        const int each = 3;
        var steps = Gen.Choose(0, 3).SelectMany(who => Gen.Choose(0, 2).SelectMany(topic => Gen.Choose(0, 2).Select(act => (who, topic, isPut: act > 0)))).ListOf(40);
        foreach (var sequence in steps.Sample(6))
        {
            var id = await world.Open(world.Ruth);
            var people = new[] { world.Ruth, world.Wen, world.Bea, world.Ines }.Select(p => p.Person.ActorId).ToArray();
            var topics = new[] { await world.Post(world.Bea, id, "A"), await world.Post(world.Bea, id, "B"), await world.Post(world.Bea, id, "C") }.Select(s => s.Id).ToArray();
            await Begin(id, each);
            var model = new int[people.Length, topics.Length];
            foreach (var (who, topic, isPut) in sequence)
            {
                var has = Enumerable.Range(0, topics.Length).Sum(t => model[who, t]);
                var may = isPut ? has < each : model[who, topic] > 0;
                Assert.Equal(may, await world.Writes.Do(unit => isPut ? unit.PutDot(people[who], id, topics[topic]) : unit.TakeDot(people[who], id, topics[topic])));
                if (may) model[who, topic] += isPut ? 1 : -1;
            }
            for (var who = 0; who < people.Length; who++)
            {
                var energy = await world.Read(db => db.EnergyOf(id, people[who]));
                Assert.InRange(energy.Left, 0, each);
                for (var topic = 0; topic < topics.Length; topic++)
                {
                    Assert.Equal(model[who, topic], energy.Mine.GetValueOrDefault(topics[topic]));
                    Assert.Equal(Enumerable.Range(0, people.Length).Sum(p => model[p, topic]), energy.All.GetValueOrDefault(topics[topic]));
                }
            }
        }
    }

    [Fact]
    public async Task With_an_account_go_its_dots_and_with_the_gathering_all_of_them()
    {
        var id = await world.Open(world.Ruth);
        var (joss, slip) = (await world.Newcomer(), await world.Post(world.Bea, id, "Keys"));
        await Begin(id, 2);
        foreach (var who in new[] { joss, world.Bea }) await Put(who, id, slip);
        var me = new Session
        {
            DeviceId = Id<Device>.New(), PersonId = joss.Person.Id, ActorId = joss.Person.ActorId, ScopeId = joss.Person.ScopeId, Name = "Joss", Email = joss.Person.Email,
            Communities = [], Ended = TestContext.Current.CancellationToken,
        };
        var departure = new Departure(false, false, null) { AddressHash = [1], Languages = world.Services.GetRequiredService<Languages>() };
        await world.Writes.Do(unit => unit.Depart(me, departure));
        Assert.Equal(1, (await Energy(id)).All[slip.Id]);
        await world.Writes.Do(unit => unit.TakeDownGathering(world.Ruth.Person.ActorId, id.As<Gathering>()));
        world.Time.Advance(TimeSpan.FromDays(31));
        await world.Work(GatheringPurging.KindOfWork, id.Value);
        Assert.Empty((await Energy(id)).All);
        Assert.Null((await Energy(id)).Round);
    }

    private static string At(Id<Space> id) => $"{Spaces.Path(id)}/energy";

    private static Task<Screen> Put(Visitor who, Id<Space> id, Slip slip) => who.Post($"{At(id)}/dots", ("put", slip.Id.ToString()));

    private static Task<Screen> Take(Visitor who, Id<Space> id, Slip slip) => who.Post($"{At(id)}/dots", ("take", slip.Id.ToString()));

    private Task Begin(Id<Space> id, int each) => world.Writes.Do(unit => unit.BeginDots(world.Ruth.Person.ActorId, id, each));

    private Task<Energy> Energy(Id<Space> id) => world.Read(db => db.EnergyOf(id, world.Ruth.Person.ActorId));
}
