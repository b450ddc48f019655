using System.Net;
using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Wall;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.OpenSpace.Convergence;

/// <summary>The space reopened for action: topics are things to do, and somebody takes them on.</summary>
public class ChampionTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task Whoever_holds_a_running_space_reopens_it_for_action_from_here()
    {
        var id = await world.Open(world.Ruth, Stage.Running);
        Assert.Null((await world.Bea.Get($"{Spaces.Path(id)}/energy")).Page.QuerySelector("#hold"));
        await world.Ruth.Submit(await world.Ruth.Get($"{Spaces.Path(id)}/energy"), "/preparing/stages", ("to", "ActionSpace"));
        Assert.True((await world.Post(world.Bea, id, "A key box")).IsAction);
        Assert.Contains("Open for action", (await world.Bea.Get($"{Spaces.Path(id)}/energy")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_takes_it_on_makes_a_commitment_of_their_own_at_the_topic()
    {
        var id = await world.Open(world.Ruth, Stage.ActionSpace);
        var slip = await world.Post(world.Wen, id, "A key box");
        var topic = await world.Bea.Submit(await world.Bea.Get($"{Spaces.Topic(id, slip)}/champion"), "/champion", ("what", "Ask the smith"), ("by", "week"));
        var made = Assert.Single(await world.Read(db => db.The<Commitment>().Where(c => c.OriginId == slip.Id.As<Thing>()).ToListAsync()));
        Assert.Equal(("Ask the smith", world.Bea.Person.ActorId, true, true), (made.What, made.DoerId, made.AcceptedAt is not null, made.Due is not null));
        Assert.Contains("Ask the smith", topic.Main, StringComparison.Ordinal);
        await world.Bea.Submit(topic, $"{made.Id}/deletion");
        Assert.NotNull(await world.Read(db => db.The<Thing>().Where(t => t.Id == made.Id.As<Thing>()).Select(t => t.DeletedAt).SingleAsync()));
    }

    [Fact]
    public async Task Without_saying_what_nothing_is_taken_on_and_what_was_typed_is_kept()
    {
        var id = await world.Open(world.Ruth, Stage.ActionSpace);
        var slip = await world.Post(world.Wen, id, "A key box");
        var page = await world.Bea.Post($"{Spaces.Topic(id, slip)}/champion", ("what", ""), ("day", "2020-01-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("2020-01-01", page.Page.QuerySelector("[name=day]")!.GetAttribute("value"));
        Assert.False(await world.Read(db => db.The<Commitment>().AnyAsync(c => c.OriginId == slip.Id.As<Thing>())));
    }

    [Fact]
    public async Task Without_a_day_nothing_is_taken_on()
    {
        var id = await world.Open(world.Ruth, Stage.ActionSpace);
        var slip = await world.Post(world.Wen, id, "A key box");
        Assert.Null((await world.Bea.Get($"{Spaces.Topic(id, slip)}/champion")).Page.QuerySelector("[name=by][value=none]"));
        var page = await world.Bea.Post($"{Spaces.Topic(id, slip)}/champion", ("what", "Ask the smith"), ("by", "none"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Say by when", page.Page.QuerySelector("#by")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ask the smith", page.Page.QuerySelector("[name=what]")!.GetAttribute("value"));
        Assert.False(await world.Read(db => db.The<Commitment>().AnyAsync(c => c.OriginId == slip.Id.As<Thing>())));
    }

    [Fact]
    public async Task What_nobody_took_on_is_seen_in_the_room_and_by_whoever_holds_it_before_it_is_closed()
    {
        var id = await world.Open(world.Ruth, Stage.ActionSpace);
        var (taken, waiting, let) = (await world.Post(world.Wen, id, "A key box"), await world.Post(world.Wen, id, "A second stove"), await world.Post(world.Wen, id, "A tarmac"));
        await TakeOn(id, taken);
        await world.Ruth.Post($"{Spaces.Topic(id, let)}/retirement");
        var guest = await world.Guest(world.Ruth, id, "Old Tom");
        Assert.Equal(["A second stove"], await Untaken(world.Bea, id, "energy"));
        Assert.Equal(["A second stove"], await Untaken(guest, id, "energy"));
        Assert.Equal(["A second stove"], await Untaken(world.Ruth, id, "preparing"));
        Assert.Empty(await Untaken(world.Bea, id, "preparing"));
        Assert.Empty(await Untaken(world.Hanna, id, "energy"));
        await world.Writes.Do(unit => unit.Reach(world.Ruth.Person.ActorId, id, Stage.Closed));
        Assert.Equal(["A second stove"], await Untaken(world.Ruth, id, "preparing"));
        await TakeOn(id, waiting);
        Assert.Empty(await Untaken(world.Ruth, id, "preparing"));
    }

    [Fact]
    public async Task Guests_and_people_from_elsewhere_take_nothing_on_nor_does_anybody_what_is_only_talked_about()
    {
        var id = await world.Open(world.Ruth);
        var talk = await world.Post(world.Wen, id, "Only talk");
        await world.Writes.Do(unit => unit.Reach(world.Ruth.Person.ActorId, id, Stage.ActionSpace));
        var slip = await world.Post(world.Wen, id, "A key box");
        foreach (var other in new[] { await world.Guest(world.Ruth, id, "Old Tom"), world.Hanna, world.Tove, world.Samir, world.Anyone() })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await other.Get($"{Spaces.Topic(id, slip)}/champion")).Status);
            await other.Post($"{Spaces.Topic(id, slip)}/champion", ("what", "Mine"));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{Spaces.Topic(id, talk)}/champion", ("what", "Mine"))).Status);
        Assert.False(await world.Read(db => db.The<Commitment>().AnyAsync(c => c.OriginId == slip.Id.As<Thing>() || c.OriginId == talk.Id.As<Thing>())));
    }

    private Task TakeOn(Id<Space> id, Slip slip) => world.Bea.Post($"{Spaces.Topic(id, slip)}/champion", ("what", "Begin it"), ("by", "week"));

    private static async Task<IReadOnlyList<string>> Untaken(Visitor who, Id<Space> id, string page) =>
        [.. (await who.Get($"{Spaces.Path(id)}/{page}")).Page.QuerySelectorAll("#untaken + ul li").Select(l => l.TextContent.Trim())];
}
