using System.Net;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Conversations;

public class MendingTests(World world) : IClassFixture<World>
{
    private Visitor[] Others => [world.Hanna, world.Tove, world.Samir];

    [Fact]
    public async Task An_author_rewrites_a_post_and_everybody_can_see_what_changed()
    {
        var id = await world.Begin(world.Ruth, text: "The quick brown fox jumps over the fence.");
        var page = await world.Ruth.Get($"{Talk.Path(id)}/posts/1/revisions/new");
        Assert.Equal("The quick brown fox jumps over the fence.", page.Page.QuerySelector("textarea")!.TextContent);
        world.Time.Advance(TimeSpan.FromHours(1));
        var edited = await world.Ruth.Submit(page, "/revisions", ("text", "The quick red fox jumps over the fence."));
        Assert.Contains("red fox", edited.Page.QuerySelector("#p1 .read")!.TextContent);
        var history = await world.Ines.Get(edited.Page.QuerySelector("#p1 .edited")!.GetAttribute("href")!);
        Assert.Equal("put in: red", history.Page.QuerySelector("ins")!.TextContent);
        Assert.Equal("taken out: brown", history.Page.QuerySelector("del")!.TextContent);
        Assert.Equal(2, history.Page.QuerySelectorAll("main section").Length);
        foreach (var visitor in Others) Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"{Talk.Path(id)}/posts/1/revisions")).Status);
        Assert.StartsWith("/sign-in", (await world.Anyone().Get($"{Talk.Path(id)}/posts/1/revisions")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_often_it_was_rewritten_a_page_shows_twenty_versions()
    {
        var id = await world.Begin(world.Ruth, text: "Version 1");
        var post = (await world.Post(id, 1)).Id;
        for (var n = 2; n <= 45; n++)
        {
            world.Time.Advance(TimeSpan.FromMinutes(1));
            var said = Said.Of($"Version {n}");
            await world.Writes.Do(unit => unit.Rewrite(world.Ruth.Person.ActorId, post, said));
        }
        var seen = new List<string>();
        for (var page = await world.Ines.Get($"{Talk.Path(id)}/posts/1/revisions"); ; page = await world.Ines.Get(page.Page.QuerySelector(".pager a")!.GetAttribute("href")!))
        {
            var versions = page.Page.QuerySelectorAll("main section.part");
            Assert.InRange(versions.Length, 1, 20);
            seen.AddRange(versions.Select(v => v.QuerySelector("ins")?.LastChild?.TextContent ?? v.QuerySelector(".same")!.TextContent));
            if (page.Page.QuerySelector(".pager a") is null) break;
        }
        Assert.Equal(Enumerable.Range(2, 44).Reverse().Select(n => $"{n}").Append("Version 1"), seen);
        foreach (var odd in new[] { "-1", "2147483647", "1000000" }) Assert.Equal(HttpStatusCode.OK, (await world.Ines.Get($"{Talk.Path(id)}/posts/1/revisions?from={odd}")).Status);
    }

    [Fact]
    public async Task Nobody_else_puts_words_into_it_not_even_a_steward()
    {
        var id = await world.Begin(world.Ruth, text: "Mine");
        foreach (var visitor in Others.Append(world.Ines))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"{Talk.Path(id)}/posts/1/revisions/new")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post($"{Talk.Path(id)}/posts/1/revisions", ("text", "Theirs"))).Status);
        }
        Assert.StartsWith("/sign-in", (await world.Anyone().Post($"{Talk.Path(id)}/posts/1/revisions", ("text", "Theirs"))).Location, StringComparison.Ordinal);
        Assert.Equal("Mine", (await world.Post(id, 1)).Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Post($"{Talk.Path(id)}/posts/1/revisions", ("text", " "))).Status);
    }

    [Fact]
    public async Task A_post_taken_down_leaves_its_place_and_can_be_put_back_at_once()
    {
        var id = await world.Begin(world.Ines);
        await world.Reply(world.Ruth, id, "Better not");
        var page = await world.Ruth.Get($"{Talk.Path(id)}/posts/2/acts");
        var after = await world.Ruth.Submit(page, "/posts/2/deletion");
        Assert.Contains("Taken down by its author", after.Page.QuerySelector("#p2.taken-down")!.TextContent);
        Assert.DoesNotContain("Better not", after.Text);
        Assert.Equal("One post", after.Page.QuerySelector("#count")!.TextContent);
        Assert.Contains("Your post is in the bin", after.Page.QuerySelector(".toast")!.TextContent);
        Assert.DoesNotContain("Your post is in the bin", (await world.Ines.Get(Talk.Path(id))).Text);
        var back = await world.Ruth.Submit(after, "/posts/2/restoration");
        Assert.Contains("Better not", back.Page.QuerySelector("#p2 .read")!.TextContent);
        Assert.Equal("Two posts", back.Page.QuerySelector("#count")!.TextContent);
    }

    [Fact]
    public async Task What_can_be_done_with_a_post_has_a_page_that_offers_each_reader_only_theirs()
    {
        var id = await world.Begin(world.Ines);
        await world.Reply(world.Ruth, id, "By Ruth");
        var acts = $"{Talk.Path(id)}/posts/2/acts";
        Assert.NotNull((await world.Ruth.Get(acts)).Page.QuerySelector("form[action$='/posts/2/deletion']"));
        Assert.NotNull((await world.Ines.Get(acts)).Page.QuerySelector("form[action$='/posts/2/deletion']"));
        var another = await world.Ruth.Get($"{Talk.Path(id)}/posts/1/acts");
        Assert.EndsWith($"{Talk.Path(id)}/posts/1", another.Page.QuerySelector("#address")!.GetAttribute("value"), StringComparison.Ordinal);
        Assert.Null(another.Page.QuerySelector("form[action$='/deletion']"));
        foreach (var visitor in Others) Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(acts)).Status);
        await world.Ruth.Post($"{Talk.Path(id)}/posts/2/deletion");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get(acts)).Status);
    }

    [Fact]
    public async Task A_steward_may_take_a_post_down_and_a_plain_member_or_anybody_else_may_not()
    {
        var id = await world.Begin(world.Ines);
        await world.Reply(world.Ruth, id, "By Ruth");
        foreach (var visitor in Others)
            foreach (var what in new[] { "posts/2/deletion", "posts/2/restoration", "deletion", "restoration", "title" })
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post($"{Talk.Path(id)}/{what}", ("title", "Theirs"))).Status);
        foreach (var what in new[] { "posts/1/deletion", "deletion", "title" })
            Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{Talk.Path(id)}/{what}", ("title", "Theirs"))).Status);
        foreach (var what in new[] { "posts/2/deletion", "deletion", "title" })
            Assert.StartsWith("/sign-in", (await world.Anyone().Post($"{Talk.Path(id)}/{what}")).Location, StringComparison.Ordinal);
        Assert.Equal((2, 0, 2L), ((await world.Find(id)).PostCount, (await world.Find(id)).TakenDown, (await world.Find(id)).Version));
        await world.Ines.Post($"{Talk.Path(id)}/posts/2/deletion");
        Assert.Contains("Taken down by somebody who tends this community", (await world.Ruth.Get(Talk.Path(id))).Page.QuerySelector("#p2")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{Talk.Path(id)}/posts/2/restoration")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Ines.Post($"{Talk.Path(id)}/posts/2/restoration")).Status);
    }

    [Fact]
    public async Task A_conversation_is_renamed_taken_down_and_put_back_by_whoever_began_it()
    {
        var id = await world.Begin(world.Ruth, "Befor");
        var page = await world.Ruth.Get($"{Talk.Path(id)}/title");
        Assert.Equal("Before", (await world.Ruth.Submit(page, "/title", ("title", "Before"))).Heading);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Post($"{Talk.Path(id)}/title", ("title", ""))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Tove.Get($"{Talk.Path(id)}/title")).Status);
        var list = await world.Ruth.Submit(await world.Ruth.Get(Talk.Path(id)), $"{id}/deletion");
        Assert.Contains("“Before” is in the bin", list.Page.QuerySelector(".toast")!.TextContent);
        Assert.DoesNotContain(list.Page.QuerySelectorAll(".threads h3"), h => h.TextContent.Contains("Before", StringComparison.Ordinal));
        foreach (var visitor in new[] { world.Ruth, world.Ines, world.Tove }) Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(Talk.Path(id))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{Talk.Path(id)}/posts", ("text", "Too late"))).Status);
        Assert.Equal("Before", (await world.Ruth.Submit(list, "/restoration")).Heading);
    }

    [Fact]
    public async Task What_somebody_withdrew_is_theirs_alone_to_put_back()
    {
        var id = await world.Begin(world.Ruth, "Withdrawn");
        await world.Reply(world.Ruth, id, "I take this back");
        await world.Ruth.Post($"{Talk.Path(id)}/posts/2/deletion");
        foreach (var visitor in Others.Append(world.Ines))
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post($"{Talk.Path(id)}/posts/2/restoration")).Status);
        Assert.DoesNotContain("I take this back", (await world.Ines.Get("/c/millbrook/bin")).Main);
        await world.Ruth.Post($"{Talk.Path(id)}/deletion");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Post($"{Talk.Path(id)}/restoration")).Status);
        Assert.DoesNotContain("Withdrawn", (await world.Ines.Get("/c/millbrook/bin")).Main);
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Ruth.Post($"{Talk.Path(id)}/restoration")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Ruth.Post($"{Talk.Path(id)}/posts/2/restoration")).Status);
    }

    [Fact]
    public async Task A_conversation_others_spoke_in_was_not_only_its_authors_to_withdraw()
    {
        var id = await world.Begin(world.Ruth, "Ours by now");
        await world.Reply(world.Ines, id, "This is mine");
        await world.Ruth.Post($"{Talk.Path(id)}/deletion");
        Assert.Contains("Ours by now", (await world.Ines.Get("/c/millbrook/bin")).Main);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Post($"{Talk.Path(id)}/restoration")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Ines.Post($"{Talk.Path(id)}/restoration")).Status);
    }

    [Fact]
    public async Task The_bin_holds_what_I_took_down_and_nothing_after_thirty_days()
    {
        var id = await world.Begin(world.Ines, "With a bin");
        await world.Reply(world.Ruth, id, "Ruth regrets");
        await world.Reply(world.Ines, id, "Ines regrets");
        await world.Ruth.Post($"{Talk.Path(id)}/posts/2/revisions", ("text", "Ruth regrets this"));
        await world.Ruth.Post($"{Talk.Path(id)}/posts/2/deletion");
        await world.Ines.Post($"{Talk.Path(id)}/posts/3/deletion");
        var (hers, all) = ((await world.Ruth.Get("/c/millbrook/bin")).Main, (await world.Ines.Get("/c/millbrook/bin")).Main);
        Assert.Contains("Ruth regrets this", hers);
        Assert.DoesNotContain("Ines regrets", hers);
        Assert.Contains("Ines regrets", all);
        Assert.DoesNotContain("Ruth regrets", all);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Get("/c/millbrook/bin")).Status);
        Assert.DoesNotContain("regrets", (await world.Hanna.Get("/c/harbour/bin")).Main);
        Assert.StartsWith("/sign-in", (await world.Anyone().Get("/c/millbrook/bin")).Location, StringComparison.Ordinal);
        var post = await world.Post(id, 2);
        var due = await world.Read(db => db.The<OutboxRow>().SingleAsync(o => o.Kind == Bin.PurgePost && o.Subject == post.Id.Value));
        await world.Writes.Do(unit => unit.Purge(post.Id));
        Assert.Equal("Ruth regrets this", (await world.Post(id, 2)).Text);
        world.Time.Advance(due.DueAt - world.Time.GetUtcNow().UtcDateTime);
        await world.Writes.Do(unit => unit.Purge(post.Id));
        Assert.Equal(("", ""), ((await world.Post(id, 2)).Text, (await world.Post(id, 2)).Html));
        Assert.False(await world.Read(db => db.The<PostRevision>().AnyAsync(r => r.PostId == post.Id)));
        Assert.DoesNotContain("regrets", (await world.Ruth.Get("/c/millbrook/bin")).Main);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{Talk.Path(id)}/posts/2/restoration")).Status);
    }
}
