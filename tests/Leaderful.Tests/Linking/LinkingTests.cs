using System.Net;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Linking;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Linking;

public class LinkingTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private static string[] SpokenIn(Screen page) => [.. page.Page.QuerySelectorAll(".spoken-of a").Select(a => a.TextContent)];

    private Task<int> Links(Id<Conversation> from) => world.Read(db => db.The<Link>().CountAsync(l => db.The<Post>().Any(p => p.ConversationId == from && p.Id.As<Thing>() == l.FromId)));

    [Theory]
    [InlineData("/c/millbrook/conversations/{0}")]
    [InlineData("/c/millbrook/conversations/{0}/posts/1")]
    [InlineData("http://localhost/c/millbrook/conversations/{0}#p1")]
    public async Task A_conversation_says_where_it_is_spoken_of(string address)
    {
        var id = await world.Begin(world.Ruth, CircleWorld.Own("Spoken of"));
        var title = CircleWorld.Own("Speaks");
        var answer = await world.Wen.Post("/c/millbrook/conversations", ("title", title), ("text", $"See [this]({string.Format(null, address, id)})."), ("to", world.Millbrook.ScopeId.ToString()));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var page = await world.Bea.Get(Talk.Path(id));
        Assert.Equal([title], SpokenIn(page));
        Assert.Equal($"{answer.Location}#p1", (await world.Bea.Get(page.Page.QuerySelector(".spoken-of a")!.GetAttribute("href")!)).Location);
    }

    [Fact]
    public async Task Nobody_learns_of_a_place_they_do_not_read()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var id = await world.Begin(world.Ruth, CircleWorld.Own("Seen by all"));
        var canary = CircleWorld.Own("Canary");
        var said = Said.Of($"Look: [there]({Talk.Path(id)}/posts/1)");
        await world.Writes.Do(unit => unit.Begin(world.Wen.Person.ActorId, world.Millbrook.Id, circle.ScopeId, canary, said));
        Assert.Equal([canary], SpokenIn(await world.Ruth.Get(Talk.Path(id))));
        foreach (var other in new[] { world.Bea, world.Ines })
        {
            var page = await other.Get(Talk.Path(id));
            Assert.DoesNotContain(canary, page.Text, StringComparison.Ordinal);
            Assert.Null(page.Page.QuerySelector(".spoken-of"));
        }
    }

    [Fact]
    public async Task A_link_is_renewed_with_the_words_and_goes_with_them()
    {
        var (first, second) = (await world.Begin(world.Ruth, CircleWorld.Own("First")), await world.Begin(world.Ruth, CircleWorld.Own("Second")));
        var from = await world.Begin(world.Wen, CircleWorld.Own("From"), $"[Here]({Talk.Path(first)})");
        var post = (await world.Post(from, 1)).Id;
        await world.Wen.Post($"{Talk.Path(from)}/posts/1/revisions", ("text", $"[There]({Talk.Path(second)})"));
        Assert.Empty(SpokenIn(await world.Bea.Get(Talk.Path(first))));
        Assert.Single(SpokenIn(await world.Bea.Get(Talk.Path(second))));
        await world.Reply(world.Ruth, from, "So that it stays");
        await world.Wen.Post($"{Talk.Path(from)}/posts/1/deletion");
        Assert.Empty(SpokenIn(await world.Bea.Get(Talk.Path(second))));
        await world.Wen.Post($"{Talk.Path(from)}/posts/1/restoration");
        Assert.Single(SpokenIn(await world.Bea.Get(Talk.Path(second))));
        await world.Wen.Post($"{Talk.Path(from)}/posts/1/revisions", ("text", "Nothing any more"));
        Assert.Equal(0, await Links(from));
        await world.Writes.Do(unit => unit.Rewrite(world.Wen.Person.ActorId, post, Said.Of($"[Again]({Talk.Path(second)})")));
        Assert.Equal(1, await Links(from));
        await world.Writes.Do(unit => unit.EraseWords([world.Wen.Person.ActorId]));
        Assert.Equal(0, await Links(from));
    }

    [Fact]
    public async Task What_is_not_ours_or_not_there_or_the_conversation_itself_is_no_link()
    {
        var id = await world.Begin(world.Ruth, CircleWorld.Own("Alone"));
        await world.Reply(world.Ruth, id, $"[Above]({Talk.Path(id)}/posts/1)");
        var from = await world.Begin(world.Ruth, CircleWorld.Own("Elsewhere"), $"[One](https://elsewhere.example{Talk.Path(id)}) [two]({Talk.Path(Id<Conversation>.New())}) [three]({Talk.Path(id)}/posts/99) `{Talk.Path(id)}`");
        Assert.Equal((0, 0), (await Links(id), await Links(from)));
        Assert.Null((await world.Find(id)).SpokenOfAt);
        Assert.Empty(Said.Of("Nothing of the kind").Links);
    }

    [Fact]
    public async Task A_link_to_a_post_goes_with_the_post()
    {
        var id = await world.Begin(world.Ruth, CircleWorld.Own("Long"));
        await world.Reply(world.Wen, id, "The one");
        var title = CircleWorld.Own("Points at it");
        await world.Begin(world.Bea, title, $"[It]({Talk.Path(id)}/posts/2)");
        var moved = await world.Writes.Do(unit => unit.SplitOff(world.Ines.Person.ActorId, id, [2], CircleWorld.Own("On its own")));
        Assert.Equal([title], SpokenIn(await world.Ruth.Get(Talk.Path(moved!.To))));
        Assert.Empty(SpokenIn(await world.Ruth.Get(Talk.Path(id))));
        var later = CircleWorld.Own("By the old address");
        await world.Begin(world.Bea, later, $"[It]({Talk.Path(id)}/posts/2)");
        Assert.Contains(later, SpokenIn(await world.Ruth.Get(Talk.Path(moved.To))));
    }

    [Fact]
    public async Task A_conversation_is_begun_about_a_post_and_each_leads_to_the_other()
    {
        var id = await world.Begin(world.Ruth, CircleWorld.Own("The start"));
        var acts = await world.Wen.Get($"{Talk.Path(id)}/posts/1/acts");
        var begin = await world.Wen.Get(acts.Page.QuerySelector("a[href*='?about=']")!.GetAttribute("href")!);
        Assert.Contains("a post by Ruth Abara", begin.Main, StringComparison.Ordinal);
        var title = CircleWorld.Own("About it");
        var page = await world.Wen.Submit(begin, "/conversations", ("title", title), ("text", "What I think of it"));
        Assert.Equal($"{Talk.Path(id)}/posts/1", page.Page.QuerySelector(".about a")!.GetAttribute("href"));
        Assert.Equal([title], SpokenIn(await world.Bea.Get($"{Talk.Path(id)}/posts/1/acts")));
        Assert.Equal([title], SpokenIn(await world.Bea.Get(Talk.Path(id))));
        await world.Ruth.Post($"{Talk.Path(id)}/deletion");
        var path = Talk.Path(Id<Conversation>.Parse(page.Page.QuerySelector("form.reply")!.GetAttribute("action")!.Split('/')[^2], null));
        Assert.Null((await world.Bea.Get(path)).Page.QuerySelector(".about"));
    }

    [Fact]
    public async Task What_is_about_something_among_few_says_so_to_them_alone()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var canary = CircleWorld.Own("Canary");
        var id = await world.Say(world.Ruth, circle, canary);
        var post = (await world.Post(id, 1)).Id;
        var answer = await world.Wen.Post("/c/millbrook/conversations", ("title", CircleWorld.Own("Open")), ("text", "To everybody"), ("to", world.Millbrook.ScopeId.ToString()), ("about", post.ToString()));
        Assert.Contains(canary, (await world.Ruth.Get(answer.Location)).Main, StringComparison.Ordinal);
        foreach (var other in new[] { world.Bea, world.Ines })
        {
            Assert.DoesNotContain(canary, (await other.Get(answer.Location)).Text, StringComparison.Ordinal);
            Assert.DoesNotContain(canary, (await other.Get($"/c/millbrook/conversations/new?about={post}")).Text, StringComparison.Ordinal);
        }
        var unseen = await world.Bea.Post("/c/millbrook/conversations", ("title", CircleWorld.Own("Guessed")), ("text", "About what?"), ("to", world.Millbrook.ScopeId.ToString()), ("about", post.ToString()));
        Assert.Null((await world.Find(Id<Conversation>.Parse(unseen.Location.Split('/')[^1], null))).AboutId);
        Assert.DoesNotContain(canary, (await world.Hanna.Get($"/c/harbour/conversations/new?about={post}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_circle_anybody_in_the_community_may_speak()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var begin = await world.Bea.Get((await world.Bea.Get(CircleWorld.Path(circle))).Page.QuerySelector("a[href*='?about=']")!.GetAttribute("href")!);
        var title = CircleWorld.Own("What they do");
        var page = await world.Bea.Submit(begin, "/conversations", ("title", title), ("text", "I wonder"));
        Assert.Equal(CircleWorld.Path(circle), page.Page.QuerySelector(".about a")!.GetAttribute("href"));
        Assert.Equal([title], SpokenIn(await world.Ines.Get(CircleWorld.Path(circle))));
    }
}
