using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Commitments;

public class LeavingTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task Whoever_leaves_the_community_is_free_of_what_is_open_and_those_it_was_promised_to_read_why()
    {
        var joss = await world.Newcomer();
        var what = Promises.Own("Until I left");
        var open = await world.Promise(joss, what, To(what, world.Bea));
        var kept = await world.Promise(joss, Promises.Own("Kept before"));
        var asked = await world.Ask(world.Ruth, joss, Promises.Own("Asked for"));
        await joss.Post($"{Promises.Path(kept)}/keeping");
        await joss.Post("/c/millbrook/leaving");
        Assert.Equal((CommitmentState.Released, CommitmentState.Kept, CommitmentState.Released), (await world.State(open), await world.State(kept), await world.State(asked)));
        Assert.Contains("is no longer here", (await world.Bea.Get("/c/millbrook")).Main, StringComparison.Ordinal);
        Assert.Contains("is no longer here", (await world.Bea.Get(Promises.Path(open))).Main, StringComparison.Ordinal);
        Assert.DoesNotContain(what, (await world.Wen.Get("/c/millbrook")).Text, StringComparison.Ordinal);
        await joss.Post("/c/millbrook/return");
        Assert.Equal((CommitmentState.Accepted, CommitmentState.Kept, CommitmentState.Offered), (await world.State(open), await world.State(kept), await world.State(asked)));
        await world.Ines.Post($"/c/millbrook/people/{joss.Person.Id}/ending", ("because", "Asked to."));
        Assert.Equal(CommitmentState.Released, await world.State(open));
        await world.Ines.Post($"/c/millbrook/people/{joss.Person.Id}/restoration");
        Assert.Equal(CommitmentState.Accepted, await world.State(open));
    }

    [Fact]
    public async Task With_an_account_go_its_own_words_and_what_others_count_on_is_free_with_a_note()
    {
        var joss = await world.Newcomer("Joss Gone");
        var (promised, alone, asked, offered) = (Promises.Own("To Bea"), Promises.Own("To nobody"), Promises.Own("Asked of Wen"), Promises.Own("Asked of Ruth"));
        var toBea = await world.Promise(joss, promised, To(promised, world.Bea));
        var toNobody = await world.Promise(joss, alone);
        var ofWen = await world.Ask(joss, world.Wen, asked);
        var ofRuth = await world.Ask(joss, world.Ruth, offered);
        await world.Wen.Post($"{Promises.Path(ofWen)}/acceptance");
        await joss.Post($"{Promises.Path(toBea)}/check-ins", ("kind", "barrier"), ("line", "My own barrier"));
        await Depart(joss);
        var left = await world.Commitment(toBea);
        Assert.Equal(("", CommitmentState.Released), (left.What, left.StateAt(world.Time.Utc())));
        var page = await world.Bea.Get(Promises.Path(toBea));
        Assert.Contains("a former member is no longer here", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("My own barrier", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Joss", page.Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await world.Bea.Get(Promises.Path(toNobody))).Status);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await world.Ruth.Get(Promises.Path(ofRuth))).Status);
        Assert.Equal(asked, (await world.Wen.Get(Promises.Path(ofWen))).Heading);
        Assert.False(await world.Read(db => db.The<Commitment>().AnyAsync(c => c.What == promised || c.What == alone || c.What == offered)));
        foreach (var words in new[] { promised, alone, offered }) Assert.DoesNotContain(words, (await world.Ines.Get($"/c/millbrook/search?q={Promises.Word(words)}")).Main, StringComparison.Ordinal);
        Assert.Contains(asked, (await world.Ines.Get($"/c/millbrook/search?q={Promises.Word(asked)}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_a_circle_ends_what_was_promised_within_it_loses_its_words()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var (within, outside) = (Promises.Own("Within"), Promises.Own("Before all"));
        var id = await world.Promise(world.Ruth, within, new Promise(within, null, circle.ScopeId) { Origin = circle.Id.As<Thing>() });
        var open = await world.Promise(world.Ruth, outside, new Promise(outside, null, world.Millbrook.ScopeId) { To = new ToWhom(Circle: circle.Id) });
        await world.Ruth.Post($"{CircleWorld.Path(circle)}/deletion");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await world.Ruth.Get(Promises.Path(id))).Status);
        await PurgeInThirtyDays(circle);
        Assert.Equal(("", outside), ((await world.Commitment(id)).What, (await world.Commitment(open)).What));
        Assert.DoesNotContain(circle.Name, (await world.Bea.Get(Promises.Path(open))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_never_goes_back_to_an_earlier_version()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var what = Promises.Own("To the circle");
        await world.Promise(world.Bea, what, new Promise(what, null, world.Millbrook.ScopeId) { To = new ToWhom(Circle: circle.Id) });
        var before = await Version(world.Wen);
        await world.Ruth.Post($"{CircleWorld.Path(circle)}/deletion");
        await PurgeInThirtyDays(circle);
        Assert.True(await Version(world.Wen) >= before);
    }

    /// <summary>Everybody else looks in meanwhile, and so stays signed in for the tests after this one.</summary>
    private async Task PurgeInThirtyDays(Circle circle)
    {
        world.Time.Advance(TimeSpan.FromDays(30));
        foreach (var who in new[] { world.Ruth, world.Wen, world.Bea, world.Ines }) await who.Get("/me");
        await world.Work(CirclePurging.KindOfWork, circle.Id.Value);
    }

    private Task<long> Version(Visitor who) => world.Read(db => db.PromisesVersion(who.Person.Id, world.Millbrook.Id));

    private Promise To(string what, Visitor whom) => new(what, world.Today().AddDays(14), world.Millbrook.ScopeId) { To = new ToWhom(whom.Person.ActorId) };

    private async Task Depart(Visitor who)
    {
        var me = new Session
        {
            DeviceId = Id<Device>.New(), PersonId = who.Person.Id, ActorId = who.Person.ActorId, ScopeId = who.Person.ScopeId, Name = "Joss", Email = who.Person.Email,
            Communities = [], Ended = TestContext.Current.CancellationToken,
        };
        var departure = new Departure(true, false, null) { AddressHash = [1], Languages = world.Services.GetRequiredService<Languages>() };
        Assert.Equal(Departed.Gone, await world.Writes.Do(unit => unit.Depart(me, departure)));
    }
}
