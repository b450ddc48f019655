using System.Net;
using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.People;
using Leaderful.Shared;
using Leaderful.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Circles;

/// <summary>The circle as a rung: what stands on it is read, found, counted and told to those who belong, and nobody else.</summary>
public class RungTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task A_conversation_of_a_circle_is_there_for_those_who_belong_and_nowhere_for_others()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var title = CircleWorld.Own("Who covers Sunday");
        var id = await world.Say(world.Ruth, circle, title);
        var places = new[] { "/c/millbrook/conversations", "/c/millbrook/conversations?show=new", "/c/millbrook", CircleWorld.Path(circle), Talk.Path(id) };
        foreach (var place in places)
        {
            Assert.Contains(title, (await world.Wen.Get(place)).Text, StringComparison.Ordinal);
            foreach (var other in world.Others) Assert.DoesNotContain(title, (await other.Get(place)).Text, StringComparison.Ordinal);
        }
        foreach (var other in new[] { world.Bea, world.Ines })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{Talk.Path(id)}/posts/1")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Talk.Path(id)}/posts", ("text", "Me too"))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Talk.Path(id)}/title", ("title", "Mine"))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Talk.Path(id)}/deletion")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Talk.Path(id)}/posts/1/value")).Status);
        }
    }

    [Fact]
    public async Task What_somebody_opened_to_a_circle_is_found_until_they_leave_it()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var words = CircleWorld.Own("Grafting");
        foreach (var one in new[] { world.Ruth, world.Wen })
            await world.Writes.Do(unit => unit.Portray(one.Person.Id, one.Person.ActorId, Facet.Offer, new Opening(words, circle.ScopeId, "to share")));
        var search = $"/c/millbrook/search?q={Uri.EscapeDataString(words)}";
        Assert.Equal(2, (await world.Wen.Get(search)).Page.QuerySelectorAll(".found").Length);
        foreach (var other in world.Others) Assert.Empty((await other.Get(search)).Page.QuerySelectorAll(".found"));
        await world.Wen.Submit(await world.Wen.Get(CircleWorld.Path(circle)), "/membership/ending");
        var left = Assert.Single((await world.Ruth.Get(search)).Page.QuerySelectorAll(".found .name"));
        Assert.Equal("Ruth Abara", left.TextContent.Trim());
        Assert.Empty((await world.Wen.Get(search)).Page.QuerySelectorAll(".found"));
    }

    [Fact]
    public async Task It_says_which_circle_reads_it_and_how_many_they_are()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var page = await world.Wen.Get(Talk.Path(await world.Say(world.Ruth, circle, CircleWorld.Own("Bread"))));
        Assert.Contains($"{circle.Name} reads this: 2 people", page.Main, StringComparison.Ordinal);
        Assert.Contains($"to {circle.Name}, 2 people", page.Main, StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector($".over a[href='{CircleWorld.Path(circle)}']"));
        var common = await world.Wen.Get(Talk.Path(await Talk.Begin(world, world.Ruth)));
        Assert.Contains("The community reads this", common.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_begun_goes_where_one_came_from_unless_one_chooses_otherwise()
    {
        var person = await world.Newcomer();
        var circle = await world.Circle(Joining.Open, person, world.Wen);
        var chosen = (await person.Get($"/c/millbrook/conversations/new?circle={circle.Id}")).Page.QuerySelector("input[name=to][checked]")!.GetAttribute("value");
        Assert.Equal(circle.ScopeId.ToString(), chosen);
        var plain = await person.Get("/c/millbrook/conversations/new");
        Assert.Equal(world.Millbrook.ScopeId.ToString(), plain.Page.QuerySelector("input[name=to][checked]")!.GetAttribute("value"));
        Assert.Null((await world.Samir.Get("/c/millbrook/conversations/new")).Page.QuerySelector("input[name=to]"));
        Assert.Null((await (await world.Newcomer()).Get($"/c/millbrook/conversations/new?circle={circle.Id}")).Page.QuerySelector("input[name=to]"));
        var title = CircleWorld.Own("Just us");
        await person.Submit(await person.Get($"/c/millbrook/conversations/new?circle={circle.Id}"), "/conversations", ("title", title), ("text", "Hello"));
        Assert.Contains(title, (await world.Wen.Get("/c/millbrook/conversations")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(title, (await world.Bea.Get("/c/millbrook/conversations")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_writes_into_a_circle_that_is_not_theirs_and_nothing_goes_to_more_people_instead()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var title = CircleWorld.Own("Slipped");
        foreach (var other in new[] { world.Bea, world.Ines })
        {
            var answer = await other.Post("/c/millbrook/conversations", ("to", circle.ScopeId.ToString()), ("title", title), ("text", "Kept as typed"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Equal("Kept as typed", answer.Page.QuerySelector("textarea")!.TextContent);
            Assert.Empty(answer.Page.QuerySelectorAll("input[name=to][checked]"));
            var again = await other.Post("/c/millbrook/conversations", ("choice", "to"), ("title", title), ("text", "Kept as typed"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        }
        Assert.Equal(0, await world.Read(db => db.The<Conversation>().CountAsync(c => c.Title == title, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_steward_who_belongs_tends_its_conversations()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Ines);
        var id = await world.Say(world.Ruth, circle, CircleWorld.Own("Soup"));
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Ines.Post($"{Talk.Path(id)}/deletion")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{Talk.Path(id)}/restoration")).Status);
        await world.Ines.Post($"{CircleWorld.Path(circle)}/membership/ending");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Post($"{Talk.Path(id)}/restoration")).Status);
        Assert.DoesNotContain("Soup", (await world.Ines.Get("/c/millbrook/bin")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_valuable_stays_in_ones_own_harvest_as_long_as_one_belongs()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var title = CircleWorld.Own("Lift");
        var id = await world.Say(world.Ruth, circle, title);
        await world.Wen.Post($"{Talk.Path(id)}/posts/1/value");
        Assert.Contains(title, (await world.Wen.Get("/me/valuable")).Text, StringComparison.Ordinal);
        Assert.Contains(title, (await world.Wen.Get("/me/valuable/file")).Text, StringComparison.Ordinal);
        await world.Wen.Post($"{CircleWorld.Path(circle)}/membership/ending");
        Assert.DoesNotContain(title, (await world.Wen.Get("/me/valuable")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(title, (await world.Wen.Get("/me/valuable/file")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_said_before_somebody_joined_is_there_and_not_called_new()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth);
        var (before, after) = (CircleWorld.Own("Before"), CircleWorld.Own("After"));
        await world.Say(world.Ruth, circle, before);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.Bea.Post($"{CircleWorld.Path(circle)}/membership");
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.Say(world.Ruth, circle, after);
        var titles = (await world.Bea.Get(CircleWorld.Path(circle))).Page.QuerySelectorAll(".threads li").Select(l => (l.QuerySelector("h3")!.TextContent, l.ClassName == "unread"));
        Assert.Equal([(after, true), (before, false)], titles);
        await world.Bea.Post($"{CircleWorld.Path(circle)}/membership/ending");
    }

    [Fact]
    public async Task Circles_stand_between_me_and_my_communities_on_the_ladder()
    {
        var person = await world.Newcomer();
        var circle = await world.Circle(Joining.Open, person, world.Wen);
        await world.Join(person, world.Harbour);
        var session = (await world.Services.GetRequiredService<Sessions>().Find(person.Token!))!;
        var rungs = Ladder.Of(session);
        Assert.Equal([ScopeKind.Me, ScopeKind.Circle, ScopeKind.Community, ScopeKind.Community, ScopeKind.Network, ScopeKind.Public], rungs.Select(r => r.Kind));
        Assert.Equal($"{circle.Name}: 2 people", rungs[1].Said(world.Services.GetRequiredService<Languages>().English));
        Assert.True(rungs[1].IsWiderThan(rungs[0]) && rungs.On(world.Millbrook.ScopeId).IsWiderThan(rungs[1]) && rungs[1].IsWiderThan(rungs.On(world.Harbour.ScopeId)));
        Assert.False(rungs[1].IsWiderThan(rungs.On(world.Millbrook.ScopeId)));
    }

    [Fact]
    public async Task A_line_of_a_portrait_opened_to_a_circle_is_read_by_those_who_belong_and_nobody_else()
    {
        var person = await world.Newcomer();
        var circle = await world.Circle(Joining.Open, person, world.Wen);
        var words = CircleWorld.Own("lantern");
        var answer = await person.Post("/me/portrait", ("facet", "offer"), ("text", words), ("scope", circle.ScopeId.ToString()), ("reason", "for the nights"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        foreach (var place in new[] { $"/c/millbrook/people/{person.Person.Id}", $"/c/millbrook/people?facet=offer&q={words[^32..]}" })
        {
            Assert.Contains(words, (await world.Wen.Get(place)).Main, StringComparison.Ordinal);
            foreach (var other in world.Others) Assert.DoesNotContain(words, (await other.Get(place)).Main, StringComparison.Ordinal);
        }
        Assert.Contains($"{circle.Name}: 2 people", (await person.Get("/me/portrait")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Bea.Post("/me/portrait", ("facet", "offer"), ("text", words), ("scope", circle.ScopeId.ToString()), ("reason", "x"))).Status);
        await person.Post($"{CircleWorld.Path(circle)}/membership/ending");
        Assert.DoesNotContain(words, (await world.Wen.Get($"/c/millbrook/people/{person.Person.Id}")).Main, StringComparison.Ordinal);
        Assert.Contains("Only I", (await person.Get("/me/portrait")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thirty_days_after_a_circle_ended_its_words_are_gone_and_portraits_are_private_again()
    {
        var person = await world.Newcomer();
        var circle = await world.Circle(Joining.Open, person, world.Wen);
        var id = await world.Say(person, circle, CircleWorld.Own("Ends"));
        await person.Post("/me/portrait", ("facet", "offer"), ("text", "A torch"), ("scope", circle.ScopeId.ToString()), ("reason", "for the nights"));
        await world.Wen.Post($"{CircleWorld.Path(circle)}/deletion");
        await Purge(circle);
        Assert.NotEqual("", (await world.Find(id)).Title);
        world.Time.Advance(Bin.Keeps);
        await Purge(circle);
        Assert.Equal(("", ""), ((await world.Find(id)).Title, (await world.Post(id, 1)).Text));
        var stands = await world.Read(db => db.The<Thing>().Where(t => t.PersonId == person.Person.Id && t.Kind == ThingKind.PortraitEntry).Select(t => t.ScopeId).SingleAsync());
        Assert.Equal(person.Person.ScopeId, stands);
        Assert.False(await world.Belongs(world.Wen, circle));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Post($"{CircleWorld.Path(circle)}/restoration")).Status);
    }

    private Task Purge(Circle circle) => world.Services.GetServices<IOutboxHandler>().Single(h => h.Kind == CirclePurging.KindOfWork)
        .Handle(new OutboxRow { Id = Id<OutboxRow>.New(), Kind = CirclePurging.KindOfWork, Subject = circle.Id.Value, DueAt = DateTime.UnixEpoch }, TestContext.Current.CancellationToken);
}
