using System.Net;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Live;
using Leaderful.Search;
using Leaderful.Tests.Conversations;
using Leaderful.Tests.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Circles;

/// <summary>A conversation goes to other readers: narrower where nobody loses their own words, wider where all of it is one's own.</summary>
public class MovingRungTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private static string[] Offered(Screen page) => [.. page.Page.QuerySelectorAll("input[name=to]").Select(i => i.GetAttribute("value")!)];

    [Fact]
    public async Task Narrower_where_everybody_who_speaks_belongs_and_whoever_does_not_loses_all_of_it_at_once()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var title = $"Canary {Guid.NewGuid():N}";
        var id = await world.Begin(world.Ruth, title, $"Kanarie{Guid.NewGuid():N}");
        await world.Reply(world.Wen, id, "Me too");
        var file = Id<Attachment>.New();
        await world.Writes.Do(async unit => await unit.Attach(world.Millbrook.Id, (await unit.Db.The<Post>().SingleAsync(p => p.ConversationId == id && p.Number == 1)).Id.As<Thing>(), [new KeptFile(file, "a.txt", "text/plain", 1, new byte[32])]));
        await using var lost = await Watcher.Open(world.Bea, await world.Bea.Get(Talk.Path(id)));
        await using var kept = await Watcher.Open(world.Wen, await world.Wen.Get(Talk.Path(id)));
        var page = await world.Ruth.Get($"{Talk.Path(id)}/rung");
        Assert.Contains(circle.ScopeId.ToString(), Offered(page));
        var moved = await world.Ruth.Follow(await world.Ruth.Post($"{Talk.Path(id)}/rung", ("to", circle.ScopeId.ToString())));
        Assert.Contains($"{circle.Name} reads this", moved.Main, StringComparison.Ordinal);
        await world.Reply(world.Wen, id, "Only among us");
        await kept.Until((await world.Find(id)).Version);
        Assert.Contains(kept.Changes, c => c.Html.Contains("Only among us", StringComparison.Ordinal));
        for (var n = 0; n < 4; n++)
        {
            await world.Services.GetRequiredService<LiveHub>().Beat();
            await lost.Next();
        }
        Assert.Empty(lost.Changes);
        foreach (var other in world.Others.SkipLast(1))
        {
            foreach (var path in new[] { "", "/posts/1", "/rung" }) Assert.Equal(HttpStatusCode.NotFound, (await other.Get(Talk.Path(id) + path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/files/{file}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Talk.Path(id)}/posts", ("text", "Still here?"))).Status);
            foreach (var path in new[] { "/c/millbrook/conversations", $"/search?q={title.Split(' ')[1]}" }) Assert.DoesNotContain($">{title}<", (await other.Get(path)).Text, StringComparison.Ordinal);
        }
        Assert.StartsWith("/sign-in", (await world.Anyone().Get(Talk.Path(id))).Location, StringComparison.Ordinal);
        Assert.Contains("<mark>", (await world.Wen.Get($"/search?q={title.Split(' ')[1]}")).Text, StringComparison.Ordinal);
        Assert.All(await world.Read(db => db.The<SearchEntry>().Where(e => e.ThingId == id.As<Thing>() || db.The<Post>().Any(p => p.ConversationId == id && p.Id.As<Thing>() == e.ThingId)).Select(e => e.ScopeId).ToListAsync()), s => Assert.Equal(circle.ScopeId, s));
    }

    [Fact]
    public async Task Not_where_somebody_would_lose_their_own_words()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var id = await world.Begin(world.Ruth, CircleWorld.Own("With Bea"));
        await world.Reply(world.Bea, id, "I am not in the circle");
        Assert.DoesNotContain(circle.ScopeId.ToString(), Offered(await world.Ruth.Get($"{Talk.Path(id)}/rung")));
        var refused = await world.Ruth.Post($"{Talk.Path(id)}/rung", ("to", circle.ScopeId.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("It cannot go there any more", refused.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await world.Bea.Get(Talk.Path(id))).Status);
    }

    [Fact]
    public async Task Wider_only_where_every_word_is_ones_own()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var (mine, ours) = (await world.Say(world.Ruth, circle, CircleWorld.Own("Mine alone")), await world.Say(world.Ruth, circle, CircleWorld.Own("Ours")));
        var answer = await world.Reply(world.Wen, ours, "Between us");
        Assert.DoesNotContain(world.Millbrook.ScopeId.ToString(), Offered(await world.Ruth.Get($"{Talk.Path(ours)}/rung")));
        // What somebody took back of theirs is still not mine to show.
        await world.Writes.Do(async unit => await unit.TakeDown(world.Wen.Person.ActorId, (await unit.Db.The<Post>().SingleAsync(p => p.ConversationId == ours && p.Number == answer)).Id));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Post($"{Talk.Path(ours)}/rung", ("to", world.Millbrook.ScopeId.ToString()))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Get(Talk.Path(ours))).Status);
        var moved = await world.Ruth.Post($"{Talk.Path(mine)}/rung", ("to", world.Millbrook.ScopeId.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await world.Bea.Get(Talk.Path(mine))).Status);
        var back = await world.Ruth.Submit(await world.Ruth.Follow(moved), "/return");
        Assert.Contains("It is read by those who read it before", back.Page.QuerySelector(".toast")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Get(Talk.Path(mine))).Status);
    }

    [Fact]
    public async Task It_goes_back_to_all_only_while_nothing_was_said_among_the_few()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        foreach (var speaks in new[] { false, true })
        {
            var id = await world.Begin(world.Ruth, CircleWorld.Own("To and fro"));
            await world.Reply(world.Wen, id, "Yes");
            world.Time.Advance(TimeSpan.FromMinutes(1));
            var moved = await world.Ruth.Follow(await world.Ruth.Post($"{Talk.Path(id)}/rung", ("to", circle.ScopeId.ToString())));
            world.Time.Advance(TimeSpan.FromMinutes(1));
            if (speaks) await world.Reply(world.Wen, id, "Only among us");
            foreach (var other in world.Others.SkipLast(1)) Assert.Equal(HttpStatusCode.NotFound, (await other.Post(moved.FormTo("/return"))).Status);
            await world.Ruth.Submit(moved, "/return");
            Assert.Equal(speaks ? HttpStatusCode.NotFound : HttpStatusCode.OK, (await world.Bea.Get(Talk.Path(id))).Status);
        }
    }

    [Fact]
    public async Task A_place_left_names_nothing_that_has_gone_where_its_reader_does_not_read()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var canary = CircleWorld.Own("Canary");
        var id = await world.Begin(world.Ruth, CircleWorld.Own("Open"));
        await world.Reply(world.Wen, id, "One");
        var moved = await world.Writes.Do(unit => unit.SplitOff(world.Ruth.Person.ActorId, id, [2], canary));
        Assert.Contains(canary, (await world.Bea.Get(Talk.Path(id))).Main, StringComparison.Ordinal);
        await using var watcher = await Watcher.Open(world.Bea, await world.Bea.Get(Talk.Path(id)));
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Wen.Post($"{Talk.Path(moved!.To)}/rung", ("to", circle.ScopeId.ToString()))).Status);
        var page = await world.Bea.Get(Talk.Path(id));
        Assert.DoesNotContain(canary, page.Text, StringComparison.Ordinal);
        Assert.Contains("Moved to another conversation.", page.Main, StringComparison.Ordinal);
        Assert.Equal($"{Talk.Path(id)}#p2", (await world.Bea.Get($"{Talk.Path(id)}/posts/2")).Location);
        Assert.Equal($"{Talk.Path(moved.To)}#p1", (await world.Wen.Get($"{Talk.Path(id)}/posts/2")).Location);
        await watcher.Until((await world.Find(id)).Version);
        Assert.Equal(Watcher.Shared(page.Page), Watcher.Shared(watcher.Page));
    }

    [Fact]
    public async Task In_a_circle_whoever_belongs_pins_and_only_its_own_list_begins_with_it()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var id = await world.Say(world.Ruth, circle, CircleWorld.Own("Our agreement"));
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.Say(world.Ruth, circle, CircleWorld.Own("Newer"));
        foreach (var other in world.Others.SkipLast(1))
            foreach (var what in new[] { "pin", "feature", "closing", "moves", "rung" }) Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Talk.Path(id)}/{what}")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Wen.Post($"{Talk.Path(id)}/pin")).Status);
        Assert.Contains("Our agreement", (await world.Ruth.Get(CircleWorld.Path(circle))).Page.QuerySelector(".threads li h3")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await world.Ruth.Get("/c/millbrook/conversations")).Page.QuerySelectorAll(".threads .pinned"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Post($"{Talk.Path(id)}/closing")).Status);
    }
}
