using System.Net;
using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Live;
using Leaderful.Shared;
using Leaderful.Tests.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Circles;

public class BelongingTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task Whoever_likes_joins_an_open_circle_and_can_undo_both_ways()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth);
        var joined = await world.Wen.Submit(await world.Wen.Get(CircleWorld.Path(circle)), "/membership");
        Assert.Contains("Wen Li", joined.Main, StringComparison.Ordinal);
        Assert.True(await world.Belongs(world.Wen, circle));
        var left = await world.Wen.Submit(joined, "/membership/ending");
        Assert.False(await world.Belongs(world.Wen, circle));
        await world.Wen.Submit(left, "/membership/return");
        Assert.True(await world.Belongs(world.Wen, circle));
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{CircleWorld.Path(circle)}/membership")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"/c/harbour/circles/{circle.Id}/membership")).Status);
            Assert.False(await world.Belongs(other, circle));
        }
    }

    [Fact]
    public async Task After_an_hour_a_circle_that_asks_first_is_not_returned_to()
    {
        var circle = await world.Circle(Joining.Request, world.Ruth, world.Wen);
        await world.Wen.Post($"{CircleWorld.Path(circle)}/membership/ending");
        world.Time.Advance(Undo.Window);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Post($"{CircleWorld.Path(circle)}/membership/return")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{CircleWorld.Path(circle)}/membership/return")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{CircleWorld.Path(circle)}/membership")).Status);
        Assert.False(await world.Belongs(world.Bea, circle));
    }

    [Fact]
    public async Task What_somebody_wrote_who_asks_is_read_and_answered_by_the_circle_and_nobody_else()
    {
        var circle = await world.Circle(Joining.Request, world.Ruth, world.Wen);
        var line = CircleWorld.Own("I do the nights on Ward 2");
        await world.Bea.Submit(await world.Bea.Get(CircleWorld.Path(circle)), "/requests", ("line", line));
        foreach (var path in new[] { "/c/millbrook", CircleWorld.Path(circle), $"{CircleWorld.Path(circle)}/requests" })
        {
            Assert.Contains(line, (await world.Wen.Get(path)).Text, StringComparison.Ordinal);
            foreach (var other in new[] { world.Ines, world.Hanna, world.Samir }) Assert.DoesNotContain(line, (await other.Get(path)).Text, StringComparison.Ordinal);
        }
        Assert.Contains("would like to belong to a circle of yours", (await world.Wen.Get("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("would like to belong", (await world.Ines.Get("/")).Text, StringComparison.Ordinal);
        var answer = $"{CircleWorld.Path(circle)}/requests/{await Request(world.Bea, circle)}/answer";
        foreach (var other in new[] { world.Bea, world.Ines, world.Hanna, world.Samir })
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post(answer, ("answer", "accept"))).Status);
        Assert.False(await world.Belongs(world.Bea, circle));
        await world.Wen.Post(answer, ("answer", "accept"), ("word", "Come on Thursday."));
        Assert.True(await world.Belongs(world.Bea, circle));
        Assert.Contains("Come on Thursday.", await world.MailTo(world.Bea.Person.Email), StringComparison.Ordinal);
        Assert.Contains("just before you", (await world.Ruth.Follow(await world.Ruth.Post(answer, ("answer", "decline")))).Text, StringComparison.Ordinal);
        Assert.True(await world.Belongs(world.Bea, circle));
    }

    [Fact]
    public async Task A_request_is_declined_kindly_or_taken_back()
    {
        var circle = await world.Circle(Joining.Request, world.Ruth);
        await world.Bea.Post($"{CircleWorld.Path(circle)}/requests", ("line", "May I?"));
        await world.Ruth.Post($"{CircleWorld.Path(circle)}/requests/{await Request(world.Bea, circle)}/answer", ("answer", "decline"), ("word", "In spring, gladly."));
        var page = await world.Bea.Get(CircleWorld.Path(circle));
        Assert.Contains("In spring, gladly.", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("In spring, gladly.", (await world.Ines.Get(CircleWorld.Path(circle))).Main, StringComparison.Ordinal);
        var asked = await world.Bea.Submit(page, "/requests", ("line", "And now?"));
        await world.Bea.Submit(asked, "/requests/withdrawal");
        Assert.DoesNotContain("And now?", (await world.Ruth.Get(CircleWorld.Path(circle))).Main, StringComparison.Ordinal);
        Assert.False(await world.Belongs(world.Bea, circle));
        var tooLong = await world.Bea.Post($"{CircleWorld.Path(circle)}/requests", ("line", new string('x', 301)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.Status);
        Assert.Equal(301, tooLong.Page.QuerySelector("#line")!.GetAttribute("value")!.Length);
    }

    [Fact]
    public async Task A_circle_nobody_belongs_to_rests_and_stewards_answer_for_it_but_not_for_themselves()
    {
        var circle = await world.Circle(Joining.Request, world.Ruth);
        await world.Ruth.Post($"{CircleWorld.Path(circle)}/membership/ending");
        Assert.Contains("The circle rests", (await world.Bea.Get(CircleWorld.Path(circle))).Main, StringComparison.Ordinal);
        await world.Ines.Post($"{CircleWorld.Path(circle)}/requests", ("line", "Let me in"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Post($"{CircleWorld.Path(circle)}/requests/{await Request(world.Ines, circle)}/answer", ("answer", "accept"))).Status);
        await world.Bea.Post($"{CircleWorld.Path(circle)}/requests", ("line", "I wake it"));
        Assert.Contains("I wake it", (await world.Ines.Get("/c/millbrook")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("I wake it", (await world.Wen.Get("/c/millbrook")).Main, StringComparison.Ordinal);
        await world.Ines.Post($"{CircleWorld.Path(circle)}/requests/{await Request(world.Bea, circle)}/answer", ("answer", "accept"));
        Assert.True(await world.Belongs(world.Bea, circle));
        Assert.False(await world.Belongs(world.Ines, circle));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Get($"{CircleWorld.Path(circle)}/requests")).Status);
    }

    [Fact]
    public async Task Whoever_leaves_the_community_leaves_its_circles_and_finds_them_again_if_they_come_back_at_once()
    {
        var joss = await world.Newcomer();
        var circle = await world.Circle(Joining.Request, world.Ruth, joss);
        var left = await world.Circle(Joining.Request, world.Ruth, joss);
        await joss.Post($"{CircleWorld.Path(left)}/membership/ending");
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await joss.Post("/c/millbrook/leaving");
        Assert.False(await world.Belongs(joss, circle));
        await joss.Post("/c/millbrook/return");
        Assert.True(await world.Belongs(joss, circle));
        Assert.False(await world.Belongs(joss, left));
        Assert.True(await world.Belongs(world.Ruth, circle));
    }

    [Fact]
    public async Task Whoever_is_sent_away_belongs_to_no_circle_and_their_request_waits_no_more()
    {
        var joss = await world.Newcomer();
        var circle = await world.Circle(Joining.Open, world.Ruth, joss);
        var asked = await world.Circle(Joining.Request, world.Ruth);
        var id = await world.Say(world.Ruth, circle, CircleWorld.Own("Lamps"));
        await joss.Post($"{CircleWorld.Path(asked)}/requests", ("line", "Me too"));
        await world.Ines.Post($"/c/millbrook/people/{joss.Person.Id}/ending", ("because", "Asked to."));
        Assert.False(await world.Belongs(joss, circle));
        Assert.DoesNotContain("Me too", (await world.Ruth.Get(CircleWorld.Path(asked))).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await joss.Get($"/c/millbrook/conversations/{id}")).Status);
        await world.Ines.Post($"/c/millbrook/people/{joss.Person.Id}/restoration");
        Assert.True(await world.Belongs(joss, circle));
    }

    [Fact]
    public async Task Nothing_is_left_in_circles_of_whoever_closes_their_account()
    {
        var joss = await world.Newcomer();
        var circle = await world.Circle(Joining.Open, world.Ruth, joss);
        var asked = await world.Circle(Joining.Request, world.Ruth);
        await joss.Post($"{CircleWorld.Path(asked)}/requests", ("line", "Me too"));
        var me = new Session
        {
            DeviceId = Id<Device>.New(), PersonId = joss.Person.Id, ActorId = joss.Person.ActorId, ScopeId = joss.Person.ScopeId, Name = "Joss", Email = joss.Person.Email,
            Communities = [], Ended = TestContext.Current.CancellationToken,
        };
        var departure = new Departure(true, false, null) { AddressHash = [1], Languages = world.Services.GetRequiredService<Languages>() };
        Assert.Equal(Departed.Gone, await world.Writes.Do(unit => unit.Depart(me, departure)));
        Assert.False(await world.Belongs(joss, circle));
        Assert.True(await world.Belongs(world.Ruth, circle));
        Assert.Equal(0, await world.Read(db => db.The<CircleRequest>().CountAsync(r => r.PersonId == joss.Person.Id, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task The_live_page_of_whoever_leaves_is_told_nothing_more()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var id = await world.Say(world.Ruth, circle, CircleWorld.Own("Chairs"));
        var page = await world.Wen.Get($"/c/millbrook/conversations/{id}");
        var hub = world.Services.GetRequiredService<LiveHub>();
        await using var outsider = await Watcher.Open(world.Ines, page);
        await using var leaver = await Watcher.Open(world.Wen, page);
        await Conversations.Talk.Reply(world, world.Ruth, id, "While you are here");
        await leaver.Until(2);
        Assert.Equal(2, leaver.Version);
        await world.Wen.Post($"{CircleWorld.Path(circle)}/membership/ending");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Get($"/c/millbrook/conversations/{id}")).Status);
        // The stream lets go of them on its own thread; nobody else watches, so then it is gone.
        for (var n = 0; hub.Streams > 0 && n < 1000; n++) await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.Equal(0, hub.Streams);
        await using var stayer = await Watcher.Open(world.Ruth, await world.Ruth.Get($"/c/millbrook/conversations/{id}"));
        await Conversations.Talk.Reply(world, world.Ruth, id, "After you left");
        await stayer.Until(3);
        Assert.Equal(3, stayer.Version);
        var late = leaver.Next();
        await Task.WhenAny(late, Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken));
        Assert.DoesNotContain(leaver.Changes, c => c.Html.Contains("After you left", StringComparison.Ordinal));
        Assert.Empty(outsider.Changes);
    }

    private Task<Id<CircleRequest>> Request(Visitor who, Circle circle) => world.Read(db =>
        db.The<CircleRequest>().Where(r => r.CircleId == circle.Id && r.PersonId == who.Person.Id && r.ClosedAt == null).Select(r => r.Id).SingleAsync());
}
