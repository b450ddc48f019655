using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Conversations;

public class ReadingTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task It_opens_at_my_place_and_says_what_is_new_to_me_alone()
    {
        var id = await world.Begin(world.Ines);
        await world.HasRead(world.Ruth, id);
        await world.Reply(world.Ines, id, "Two");
        await world.Reply(world.Ines, id, "Three");
        var page = await world.Ruth.Get(Talk.Path(id));
        Assert.Equal("p2", page.Page.QuerySelector("#new")!.NextElementSibling!.Id);
        Assert.Contains("the last two are new to you", page.Page.QuerySelector(".side")!.TextContent);
        Assert.Null((await world.Ines.Get(Talk.Path(id))).Page.QuerySelector("#new"));
        await world.Settled();
        Assert.Null((await world.Ruth.Get(Talk.Path(id))).Page.QuerySelector("#new"));
    }

    [Fact]
    public async Task A_long_conversation_shows_fifty_around_my_place_and_leads_on_both_ways()
    {
        var id = await world.Begin(world.Ines);
        for (var n = 2; n <= 140; n++) await world.Reply(world.Ines, id, $"Post {n}");
        var first = await world.Ruth.Get(Talk.Path(id));
        Assert.Equal(("140 posts", 50, "p1"), (first.Page.QuerySelector("#count")!.TextContent, Posts(first).Length, Posts(first)[0]));
        await world.Settled();
        var second = await world.Ruth.Get(Talk.Path(id));
        Assert.Equal(("p46", "p95"), (Posts(second)[0], Posts(second)[^1]));
        Assert.Equal("p51", second.Page.QuerySelector("#new")!.NextElementSibling!.Id);
        await world.Settled();
        var later = await world.Ruth.Get(second.Page.QuerySelectorAll(".pager a").Single(a => a.TextContent == "Later posts").GetAttribute("href")!);
        Assert.Equal(("p91", "p140"), (Posts(later)[0], Posts(later)[^1]));
        var earlier = await world.Ruth.Get(later.Page.QuerySelectorAll(".pager a").Single(a => a.TextContent == "Earlier posts").GetAttribute("href")!);
        Assert.Equal(("p41", "p90"), (Posts(earlier)[0], Posts(earlier)[^1]));
        await world.Settled();
        Assert.Equal(140, await world.Read(db => db.The<ReadMark>().Where(r => r.ConversationId == id && r.PersonId == world.Ruth.Person.Id).Select(r => r.UpTo).SingleAsync()));
    }

    [Fact]
    public async Task Looking_at_one_post_far_down_does_not_make_the_ones_before_it_read()
    {
        var id = await world.Begin(world.Ines);
        for (var n = 2; n <= 200; n++) await world.Reply(world.Ines, id, $"Post {n}");
        Assert.Equal($"{Talk.Path(id)}?from=95#p100", (await world.Ruth.Get($"{Talk.Path(id)}/posts/100")).Location);
        await world.Ruth.Get($"{Talk.Path(id)}?from=95");
        await world.Settled();
        Assert.False(await world.Read(db => db.The<ReadMark>().AnyAsync(r => r.ConversationId == id && r.PersonId == world.Ruth.Person.Id)));
    }

    [Fact]
    public async Task The_posts_are_the_same_markup_for_every_reader_and_the_tools_are_said_beside_them()
    {
        var id = await world.Begin(world.Ines);
        await world.Reply(world.Ruth, id, "Two");
        await world.HasRead(world.Ines, id);
        await world.HasRead(world.Ruth, id);
        var (ines, ruth) = (await world.Ines.Get(Talk.Path(id)), await world.Ruth.Get(Talk.Path(id)));
        Assert.Equal(ines.Page.QuerySelector("#posts")!.InnerHtml, ruth.Page.QuerySelector("#posts")!.InnerHtml);
        Assert.Contains($"[data-author=\"{world.Ruth.Person.ActorId}\"] .post-foot .own", ruth.Page.QuerySelector("head style")!.TextContent);
        Assert.Contains(ruth.Page.QuerySelector("head style")!.GetAttribute("nonce")!, ruth.Response.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task Beside_the_plain_question_for_its_head_a_page_of_fifty_posts_takes_one_query_and_the_same_again_none()
    {
        var id = await world.Begin(world.Ines);
        for (var n = 2; n <= 50; n++) await world.Reply(world.Ruth, id, $"Post {n}");
        await world.Writes.Do(unit => unit.Read(world.Ines.Person.Id, id, world.Millbrook.Id, 50));
        using var queries = new QueryCount(id.Value);
        await world.Ines.Get(Talk.Path(id));
        Assert.Equal(1, queries.Count);
        await world.Ines.Get(Talk.Path(id));
        Assert.Equal(1, queries.Count);
    }

    private static string[] Posts(Screen page) => [.. page.Page.QuerySelectorAll(".thread > li:not(.since)").Select(l => l.Id!)];
}
