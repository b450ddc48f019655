using System.Net;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Conversations;

public class MarkingTests(World world) : IClassFixture<World>
{
    private Visitor[] Others => [world.Hanna, world.Tove, world.Samir];

    private static string[] Titles(Screen page) => [.. page.Page.QuerySelectorAll(".threads h3").Select(h => h.TextContent.Trim())];

    private async Task<Community> Elsewhere(string slug)
    {
        var place = await world.Found(world.Ines, "Ferryside", slug);
        await world.Join(world.Ruth, place);
        return place;
    }

    [Fact]
    public async Task What_a_steward_pinned_stands_first_and_says_so_until_it_is_let_go()
    {
        var place = await Elsewhere("pins");
        var old = await world.Begin(world.Ruth, "Where things are", where: place);
        for (var n = 1; n <= 2; n++)
        {
            world.Time.Advance(TimeSpan.FromMinutes(1));
            await world.Begin(world.Ruth, $"Newer {n}", where: place);
        }
        Assert.Equal(["Newer 2", "Newer 1", "Where things are"], Titles(await world.Ruth.Get("/c/pins/conversations")));
        var page = await world.Ines.Get(Talk.Path(old, "pins"));
        var pinned = await world.Ines.Submit(page, "/pin");
        Assert.Contains("Pinned to the top", pinned.Page.QuerySelector(".toast")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Pinned", pinned.Page.QuerySelector("#standing")!.TextContent, StringComparison.Ordinal);
        var list = await world.Ruth.Get("/c/pins/conversations");
        Assert.Equal(["Where things are", "Newer 2", "Newer 1"], Titles(list));
        Assert.Contains("Pinned", list.Page.QuerySelector(".threads .pinned .meta")!.TextContent, StringComparison.Ordinal);
        Assert.Single(list.Page.QuerySelectorAll(".threads .pinned"));
        Assert.Equal(["Newer 2", "Newer 1"], Titles(await world.Ines.Get("/c/pins/conversations?show=new")));
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.Ines.Submit(pinned, "/pin/ending");
        Assert.Equal(["Newer 2", "Newer 1", "Where things are"], Titles(await world.Ruth.Get("/c/pins/conversations")));
        var entries = await world.Read(db => db.The<JournalEntry>().Where(j => j.Subject == old.Value && j.Verb != "conversation.begun").OrderBy(j => j.At).Select(j => new { j.Verb, j.Inverse }).ToListAsync());
        Assert.Equal([("conversation.pinned", "conversation.unpinned"), ("conversation.unpinned", "conversation.pinned")], entries.Select(e => (e.Verb, e.Inverse!)));
    }

    [Fact]
    public async Task A_handful_is_pinned_and_one_more_is_told_so()
    {
        var place = await Elsewhere("handful");
        for (var n = 1; n <= 5; n++) await world.Ines.Post($"{Talk.Path(await world.Begin(world.Ruth, $"Kept {n}", where: place), "handful")}/pin");
        var sixth = await world.Begin(world.Ruth, "One more", where: place);
        var answer = await world.Ines.Follow(await world.Ines.Post($"{Talk.Path(sixth, "handful")}/pin"));
        Assert.Contains("Five conversations are pinned already", answer.Page.QuerySelector(".toast")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await world.Find(sixth)).PinnedAt);
        Assert.Equal(5, (await world.Ruth.Get("/c/handful/conversations")).Page.QuerySelectorAll(".threads .pinned").Length);
    }

    [Fact]
    public async Task What_is_pinned_is_first_on_the_first_page_only_and_nothing_is_shown_twice_or_missing()
    {
        var place = await Elsewhere("paged");
        var all = new List<string>();
        for (var n = 1; n <= 65; n++)
        {
            world.Time.Advance(TimeSpan.FromSeconds(1));
            var id = await world.Begin(world.Ruth, $"Number {n}", where: place);
            if (n is 3 or 40) await world.Ines.Post($"{Talk.Path(id, "paged")}/pin");
        }
        for (var page = await world.Ruth.Get("/c/paged/conversations"); ; page = await world.Ruth.Get(page.Page.QuerySelectorAll(".pager a").Last().GetAttribute("href")!))
        {
            all.AddRange(Titles(page));
            if (page.Page.QuerySelectorAll(".pager a").All(a => !a.GetAttribute("href")!.Contains("from=", StringComparison.Ordinal))) break;
        }
        Assert.Equal(["Number 40", "Number 3"], all.Take(2));
        Assert.Equal(65, all.Distinct().Count());
        Assert.Equal(65, all.Count);
    }

    [Fact]
    public async Task What_is_featured_has_a_list_of_its_own()
    {
        var place = await Elsewhere("shown");
        Assert.Equal("Nothing is featured yet", (await world.Ruth.Get("/c/shown/conversations?show=featured")).Page.QuerySelector(".empty h2")!.TextContent);
        await world.Begin(world.Ruth, "Every day", where: place);
        var id = await world.Begin(world.Ruth, "The one to read", where: place);
        var page = await world.Ines.Submit(await world.Ines.Get(Talk.Path(id, "shown")), "/feature");
        Assert.Contains("Featured", page.Page.QuerySelector("#standing")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["The one to read"], Titles(await world.Ruth.Get("/c/shown/conversations?show=featured")));
        Assert.Contains("Featured", (await world.Ruth.Get("/c/shown/conversations")).Page.QuerySelector(".threads .meta")!.TextContent, StringComparison.Ordinal);
        await world.Ines.Submit(page, "/feature/ending");
        Assert.Empty(Titles(await world.Ruth.Get("/c/shown/conversations?show=featured")));
    }

    [Fact]
    public async Task Nobody_replies_to_what_is_closed_and_what_was_being_written_is_kept()
    {
        var id = await world.Begin(world.Ruth, "Done with");
        await world.Reply(world.Ines, id, "Yes, done");
        var open = await world.Ruth.Get(Talk.Path(id));
        Assert.Equal("", open.Page.QuerySelector("#closed")!.TextContent.Trim());
        var closed = await world.Ines.Submit(await world.Ines.Get(Talk.Path(id)), "/closing");
        Assert.Contains("Closed by somebody who tends this community", closed.Page.QuerySelector("#closed")!.TextContent, StringComparison.Ordinal);
        var refused = await world.Ruth.Submit(open, "/posts", ("text", "One more thought"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("One more thought", refused.Page.QuerySelector("textarea")!.TextContent);
        Assert.Contains("What you wrote is still here", refused.Main, StringComparison.Ordinal);
        Assert.Null(await world.Writes.Do(unit => unit.Reply(world.Ruth.Person.ActorId, id, Said.Of("Past the page"))));
        Assert.Equal(2, (await world.Find(id)).PostCount);
        Assert.Contains("Closed", (await world.Ruth.Get("/c/millbrook/conversations")).Main, StringComparison.Ordinal);
        Assert.Equal("", (await world.Ruth.Get($"{Talk.Path(id)}?quote=1")).Page.QuerySelector("textarea")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{Talk.Path(id)}/closing/ending")).Status);
        await world.Ines.Submit(closed, "/closing/ending");
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Ruth.Post($"{Talk.Path(id)}/posts", ("text", "One more thought"))).Status);
    }

    [Fact]
    public async Task An_author_closes_what_nobody_else_has_spoken_in_and_opens_it_again()
    {
        var id = await world.Begin(world.Ruth, "To myself");
        var page = await world.Ruth.Submit(await world.Ruth.Get(Talk.Path(id)), "/closing");
        Assert.Contains("Closed by its author", page.Page.QuerySelector("#closed")!.TextContent, StringComparison.Ordinal);
        await world.Ruth.Submit(page, "/closing/ending");
        await world.Reply(world.Ines, id, "I am here, too");
        Assert.DoesNotContain((await world.Ruth.Get(Talk.Path(id))).Page.QuerySelectorAll("form"), f => f.GetAttribute("action")!.EndsWith("/closing", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{Talk.Path(id)}/closing")).Status);
        Assert.Null((await world.Find(id)).ClosedAt);
    }

    [Fact]
    public async Task Nobody_else_does_any_of_it()
    {
        var id = await world.Begin(world.Ines, "The steward's own");
        foreach (var what in new[] { "pin", "pin/ending", "feature", "feature/ending", "closing", "closing/ending" })
        {
            foreach (var visitor in Others.Append(world.Ruth)) Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post($"{Talk.Path(id)}/{what}")).Status);
            Assert.StartsWith("/sign-in", (await world.Anyone().Post($"{Talk.Path(id)}/{what}")).Location, StringComparison.Ordinal);
        }
        var now = await world.Find(id);
        Assert.Equal((null, null, null, 1L), (now.PinnedAt, now.FeaturedAt, now.ClosedAt, now.Version));
        Assert.DoesNotContain((await world.Ruth.Get(Talk.Path(id))).Page.QuerySelectorAll("form"), f => f.GetAttribute("action")!.EndsWith("/pin", StringComparison.Ordinal));
    }
}
