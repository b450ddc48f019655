using System.Net;
using Leaderful.Communities;
using Leaderful.Communities.Requests;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Communities;

public class JoiningTests(CommunityWorld world) : IClassFixture<CommunityWorld>
{
    [Fact]
    public async Task Whoever_likes_joins_an_open_community_after_accepting_its_agreements()
    {
        var community = await world.Found(joining: Joining.Open);
        await world.Agree(community);
        var wen = await world.Newcomer();
        var about = await wen.Get(community.Path);
        var refused = await wen.Submit(about, "/membership");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.False(await world.IsMember(wen, community));
        var today = await wen.Submit(about, "/membership", ("agree", "yes"));
        Assert.True(await world.IsMember(wen, community));
        Assert.Contains("Wen Li", today.Heading, StringComparison.Ordinal);
        Assert.Contains($"Welcome to {community.Name}", today.Page.QuerySelector(".toast")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await world.Journaled("agreement.accepted", community));
    }

    [Fact]
    public async Task Nobody_accepts_an_agreement_they_have_not_been_shown()
    {
        var community = await world.Found(joining: Joining.Open);
        var wen = await world.Newcomer();
        var about = await wen.Get(community.Path);
        await world.Agree(community);
        var again = await wen.Submit(about, "/membership");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("We carry no stories out.", again.Main, StringComparison.Ordinal);
        Assert.False(await world.IsMember(wen, community));
    }

    [Fact]
    public async Task A_request_carries_answers_to_the_stewards_and_their_word_back()
    {
        var community = await world.Found(joining: Joining.Request, questions: "Why?\nWhere?");
        var wen = await world.Newcomer();
        var about = await wen.Get(community.Path);
        var home = await wen.Submit(about, "/requests", (JoinEndpoints.FieldFor("Why?"), "For company"), (JoinEndpoints.FieldFor("Where?"), "Ward 4"));
        Assert.NotNull(home.Page.QuerySelector("form[action$='/withdrawal']"));
        Assert.Contains(await world.MailTo(world.Ines), m => m.Subject.Contains(community.Name, StringComparison.Ordinal));
        Assert.Contains("One person would like to join", (await world.Ines.Get("/")).Main, StringComparison.Ordinal);

        var requests = await world.Ines.Get($"{community.Path}/requests");
        Assert.Contains("For company", requests.Main, StringComparison.Ordinal);
        await world.Ines.Submit(requests, "/answer", ("word", "Glad you ask"), ("answer", "accept"));
        Assert.True(await world.IsMember(wen, community));
        Assert.Contains("Glad you ask", (await world.MailTo(wen)).Single().Text, StringComparison.Ordinal);
        Assert.NotNull((await wen.Get("/")).Page.QuerySelector($"a[href='{community.Path}']"));
    }

    [Fact]
    public async Task Declined_kindly_they_read_the_word_at_home_and_may_ask_again()
    {
        var community = await world.Found(joining: Joining.Request);
        var wen = await world.Newcomer();
        await wen.Post($"{community.Path}/requests");
        await world.Ines.Submit(await world.Ines.Get($"{community.Path}/requests"), "/answer", ("word", "We are full until spring"), ("answer", "decline"));
        Assert.False(await world.IsMember(wen, community));
        Assert.Contains("We are full until spring", (await wen.Get("/")).Main, StringComparison.Ordinal);
        await wen.Post($"{community.Path}/requests");
        Assert.Equal(2, await world.Journaled("request.made", community));
    }

    [Fact]
    public async Task Two_stewards_who_answer_at_once_answer_once()
    {
        var community = await world.Found(joining: Joining.Request);
        await world.Writes.Do(async unit =>
            (await unit.MembershipOf(community.Id, world.Ruth.Person.Id))!.BecomeSteward(unit.Now));
        await world.Writes.Do(unit => unit.Tell(Leaderful.Data.Streams.Of(community.Id)));
        for (var round = 0; round < 5; round++)
        {
            var wen = await world.Newcomer();
            await wen.Post($"{community.Path}/requests");
            var id = await world.Read(db => db.The<JoinRequest>().Where(r => r.PersonId == wen.Person.Id).Select(r => r.Id).SingleAsync());
            await Task.WhenAll(
                world.Ines.Post($"{community.Path}/requests/{id}/answer", ("answer", "accept")),
                world.Ruth.Post($"{community.Path}/requests/{id}/answer", ("answer", "decline")));
            var request = await world.Read(db => db.The<JoinRequest>().SingleAsync(r => r.Id == id));
            Assert.Equal(request.Answer == Answer.Accepted, await world.IsMember(wen, community));
            Assert.Single(await world.MailTo(wen));
        }
    }

    [Fact]
    public async Task Asking_many_times_at_once_is_asking_once()
    {
        var community = await world.Found(joining: Joining.Request);
        var wen = await world.Newcomer();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => wen.Post($"{community.Path}/requests")));
        Assert.Equal(1, await world.Read(db => db.The<JoinRequest>().CountAsync(r => r.CommunityId == community.Id)));
    }

    [Fact]
    public async Task Asking_again_and_again_fills_no_mail()
    {
        var community = await world.Found(joining: Joining.Request);
        var (wen, before) = (await world.Newcomer(), (await world.MailTo(world.Ines)).Count);
        for (var n = 0; n < 3; n++)
        {
            await wen.Post($"{community.Path}/requests");
            if (n < 2) await wen.Submit(await wen.Get("/"), "/withdrawal");
        }
        Assert.Equal(before + 1, (await world.MailTo(world.Ines)).Count);
        Assert.NotNull((await world.Ines.Get($"{community.Path}/requests")).Page.QuerySelector("form[action$='/answer']"));
        world.Time.Advance(TimeSpan.FromDays(2));
        await wen.Submit(await wen.Get("/"), "/withdrawal");
        await wen.Post($"{community.Path}/requests");
        Assert.Equal(before + 2, (await world.MailTo(world.Ines)).Count);
    }

    [Fact]
    public async Task Joining_many_times_at_once_is_joining_once()
    {
        var community = await world.Found(joining: Joining.Open);
        var wen = await world.Newcomer();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => wen.Post($"{community.Path}/membership")));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        Assert.Equal(1, await world.Read(db => db.The<Membership>().CountAsync(m => m.CommunityId == community.Id && m.PersonId == wen.Person.Id)));
    }

    [Fact]
    public async Task Only_its_writer_takes_a_request_back()
    {
        var community = await world.Found(joining: Joining.Request);
        var wen = await world.Newcomer();
        await wen.Post($"{community.Path}/requests");
        var home = await wen.Get("/");
        var way = home.FormTo("/withdrawal");
        foreach (var visitor in new[] { world.Samir, world.Ines, world.Hanna })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post(way)).Status);
        await wen.Submit(home, "/withdrawal");
        Assert.Null((await wen.Get("/")).Page.QuerySelector("form[action$='/withdrawal']"));
        Assert.Null((await world.Ines.Get($"{community.Path}/requests")).Page.QuerySelector("form[action$='/answer']"));
    }

    [Fact]
    public async Task Nobody_but_its_stewards_reads_or_answers_requests()
    {
        var community = await world.Found(Finding.Public, Joining.Request);
        var wen = await world.Newcomer();
        await wen.Post($"{community.Path}/requests");
        var id = await world.Read(db => db.The<JoinRequest>().Where(r => r.PersonId == wen.Person.Id).Select(r => r.Id).SingleAsync());
        foreach (var visitor in new[] { world.Ruth, world.Samir, world.Hanna, wen })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"{community.Path}/requests")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post($"{community.Path}/requests/{id}/answer", ("answer", "accept"))).Status);
        }
        // Nor does another community's steward answer it through their own door.
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Post($"/c/harbour/requests/{id}/answer", ("answer", "accept"))).Status);
        Assert.False(await world.IsMember(wen, community));
    }
}
