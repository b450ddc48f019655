using System.Net;
using Leaderful.Assets;
using Leaderful.Commitments;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.People;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Commitments;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Assets;

/// <summary>Asking for what somebody offers: through their own door, between the two, and nobody has to answer.</summary>
public class ExchangeTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task It_reaches_the_one_who_offers_and_both_see_it_when_it_is_taken()
    {
        var (what, gives) = (Promises.Own("For the summer fair"), Promises.Own("A cake"));
        var id = await Ask(world.Ruth, world.Wen, what, gives);
        Assert.Equal((world.Wen.Person.ActorId, CommitmentState.Offered), ((await world.Commitment(id)).DoerId, await world.State(id)));
        Assert.Contains(gives, (await world.Ruth.Get(Offering.Assets)).Main, StringComparison.Ordinal);
        Assert.Contains(what, (await world.Wen.Get("/c/millbrook")).Main, StringComparison.Ordinal);
        var page = await world.Wen.Get(Offering.Assets);
        Assert.Contains(gives, page.Main, StringComparison.Ordinal);
        page = await world.Wen.Submit(page, $"{id}/acceptance");
        Assert.Contains(gives, page.Main, StringComparison.Ordinal);
        Assert.Contains("Ruth Abara", page.Page.QuerySelector(".see")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(CommitmentState.Accepted, await world.State(id));
    }

    [Fact]
    public async Task Nobody_else_sees_it_and_nobody_else_answers()
    {
        var (what, gives) = (Promises.Own("Only between us"), Promises.Own("Tea"));
        var id = await Ask(world.Ruth, world.Wen, what, gives);
        foreach (var other in new[] { world.Bea, world.Ines, world.Hanna, world.Tove, world.Samir, world.Anyone() })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await other.Get(Promises.Path(id))).Status);
            foreach (var path in new[] { Offering.Assets, Promises.List, $"/c/millbrook/search?q={Promises.Word(what)}", "/c/millbrook" })
                Assert.DoesNotContain(what, (await other.Get(path)).Main, StringComparison.Ordinal);
            foreach (var act in new[] { "acceptance", "release", "deletion" }) await other.Post($"{Promises.Path(id)}/{act}");
        }
        Assert.Equal(CommitmentState.Offered, await world.State(id));
        await world.Ruth.Post($"{Promises.Path(id)}/acceptance");
        Assert.Equal(CommitmentState.Offered, await world.State(id));
    }

    [Fact]
    public async Task It_may_be_declined_kindly_or_withdrawn_and_is_not_asked_twice()
    {
        var offer = await world.Offer(world.Wen, Promises.Own("I bake"));
        var page = await world.Ruth.Submit(await world.Ruth.Get($"{Offering.Assets}/{offer}/exchange"), "/exchange", ("what", "For Sunday"));
        var id = (await world.Read(db => db.WaitingFor(world.Ruth.Person.ActorId, offer)))!.Value;
        Assert.Contains("You have asked", (await world.Ruth.Get($"{Offering.Assets}/{offer}/exchange")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Post($"{Offering.Assets}/{offer}/exchange", ("what", "Again"))).Status);
        await world.Ruth.Submit(page, $"{id}/deletion");
        Assert.Null(await world.Read(db => db.WaitingFor(world.Ruth.Person.ActorId, offer)));
        await world.Ruth.Post($"{Offering.Assets}/{offer}/exchange", ("what", "For Monday"));
        var second = (await world.Read(db => db.WaitingFor(world.Ruth.Person.ActorId, offer)))!.Value;
        await world.Wen.Post($"{Promises.Path(second)}/release", ("why", "My oven is broken"));
        Assert.Equal(CommitmentState.Declined, await world.State(second));
        Assert.Contains("My oven is broken", (await world.Ruth.Get(Promises.Path(second))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_offer_one_sees_of_another_can_be_asked_for()
    {
        var kept = await world.Offer(world.Wen, Promises.Own("For me alone"), world.Wen.Person.ScopeId);
        var need = await world.Offer(world.Wen, Promises.Own("I need this"), facet: Facet.Need);
        var own = await world.Offer(world.Ruth, Promises.Own("My own"));
        var open = await world.Offer(world.Wen, Promises.Own("For all"));
        foreach (var entry in new[] { kept, need, own }) Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{Offering.Assets}/{entry}/exchange", ("what", "Please"))).Status);
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Offering.Assets}/{open}/exchange", ("what", "Please"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Post($"{Offering.Assets}/{open}/exchange", ("what", ""))).Status);
        Assert.False(await world.Read(db => db.The<Exchange>().AnyAsync(e => e.EntryId == kept || e.EntryId == need || e.EntryId == own || e.EntryId == open)));
    }

    [Fact]
    public async Task What_somebody_asks_whom_one_would_rather_not_read_waits_unread()
    {
        var joss = await world.Newcomer();
        await joss.Post($"/c/millbrook/people/{world.Bea.Person.Id}/aside");
        var what = Promises.Own("From Bea");
        await Ask(world.Bea, joss, what, "");
        foreach (var path in new[] { Offering.Assets, Promises.List, "/c/millbrook" }) Assert.DoesNotContain(what, (await joss.Get(path)).Main, StringComparison.Ordinal);
        Assert.Contains(what, (await world.Bea.Get(Offering.Assets)).Main, StringComparison.Ordinal);
        var offer = await world.Offer(world.Bea, Promises.Own("Hers"));
        Assert.Equal(HttpStatusCode.NotFound, (await joss.Get($"{Offering.Assets}/{offer}/exchange")).Status);
    }

    [Fact]
    public async Task What_was_said_goes_with_whoever_takes_their_words_along_and_with_the_bin()
    {
        var joss = await world.Newcomer();
        var (one, other) = (await Ask(joss, world.Wen, "For one", "Gold"), await Ask(world.Ruth, world.Wen, "For another", "Silver"));
        await world.Writes.Do(unit => unit.EraseWords([joss.Person.ActorId]));
        Assert.Equal("", await world.Read(db => db.GivesOf(one)));
        Assert.Equal("Silver", await world.Read(db => db.GivesOf(other)));
    }

    private async Task<Id<Commitment>> Ask(Visitor who, Visitor whom, string what, string gives)
    {
        var offer = await world.Offer(whom, Promises.Own("I can do this"));
        await who.Submit(await who.Get($"{Offering.Assets}/{offer}/exchange"), "/exchange", ("what", what), ("gives", gives));
        return (await world.Read(db => db.WaitingFor(who.Person.ActorId, offer)))!.Value;
    }
}
