using System.Net;
using Leaderful.Data;
using Leaderful.Pages;
using Leaderful.Pages.Playback;
using Leaderful.Yjs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Pages;

/// <summary>Every step of a page can be seen, compared, named and brought back.</summary>
public class PlaybackTests(World world) : IClassFixture<World>
{
    private const string List = "/c/millbrook/pages";

    [Fact]
    public async Task Each_step_is_shown_with_who_wrote_it()
    {
        var id = await InSteps();
        var now = await world.Ruth.Get($"{List}/{id}/playback");
        Assert.Equal("Step 3 of 3", now.Page.QuerySelector("#when h2")!.TextContent);
        Assert.Contains("Third", now.Page.QuerySelector("#then")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ines Okoro", now.Page.QuerySelector("#when")!.TextContent, StringComparison.Ordinal);
        var before = await world.Ruth.Get(now.Page.QuerySelectorAll("#then a").First(a => a.TextContent == "One step back").GetAttribute("href")!);
        Assert.Equal("Step 2 of 3", before.Page.QuerySelector("#when h2")!.TextContent);
        Assert.Contains("Second", before.Page.QuerySelector("#then")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Third", before.Page.QuerySelector("#then")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ruth Abara", before.Page.QuerySelector("#when")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Ines Okoro", before.Page.QuerySelector("#when")!.TextContent, StringComparison.Ordinal);
        foreach (var odd in new[] { "step=0", "step=-5", "step=9999999", "at=0", "at=999999999" })
            Assert.Equal(HttpStatusCode.OK, (await world.Ruth.Get($"{List}/{id}/playback?{odd}")).Status);
    }

    [Fact]
    public async Task What_changed_is_shown_between_any_two_moments()
    {
        var id = await InSteps();
        var changes = await world.Ruth.Get($"{List}/{id}/playback/changes?from=1&to=3");
        Assert.Contains("Second", string.Concat(changes.Page.QuerySelectorAll("ins").Select(i => i.TextContent)), StringComparison.Ordinal);
        Assert.DoesNotContain("First", string.Concat(changes.Page.QuerySelectorAll("ins, del").Select(i => i.TextContent)), StringComparison.Ordinal);
        var chosen = await world.Ruth.Get($"{List}/{id}/playback/changes?first=3&last=1");
        Assert.Equal(changes.Page.QuerySelector(".diff")!.TextContent, chosen.Page.QuerySelector(".diff")!.TextContent);
        Assert.Equal(("1", "3"), (chosen.Page.QuerySelector("#first")!.GetAttribute("value"), chosen.Page.QuerySelector("#last")!.GetAttribute("value")));
        foreach (var odd in new[] { "first=0&last=99", "first=-1", "last=2147483647" }) Assert.Equal(HttpStatusCode.OK, (await world.Ruth.Get($"{List}/{id}/playback/changes?{odd}")).Status);
        Assert.Equal(changes.Page.QuerySelector(".diff")!.TextContent, (await world.Ruth.Get($"{List}/{id}/playback/changes?from=3&to=1")).Page.QuerySelector(".diff")!.TextContent);
    }

    [Fact]
    public async Task A_moment_is_brought_back_as_a_change_everybody_sees()
    {
        var id = await InSteps();
        await using var ruth = await Hand.On(world, world.Ruth, id);
        var then = await world.Ruth.Get($"{List}/{id}/playback?step=1");
        var page = await world.Ruth.Submit(then, "/restoration");
        Assert.Contains("First", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Third", page.Main, StringComparison.Ordinal);
        await ruth.Until(() => ruth.Text == "First");
        Assert.Contains("Third", (await world.Ruth.Get($"{List}/{id}/playback?step=3")).Page.QuerySelector("#then")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await world.Read(db => db.The<JournalEntry>().CountAsync(j => j.Verb == "page.restored" && j.Subject == id.Value)));
    }

    [Fact]
    public async Task Words_that_come_back_stay_those_of_whoever_wrote_them()
    {
        var id = await InSteps();
        await using (var ines = await Hand.On(world, world.Ines, id))
        {
            foreach (var _ in Enumerable.Range(0, 3)) await ines.Erase(0);
            await ines.Kept();
        }
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.Ines.Submit(await world.Ines.Get($"{List}/{id}/playback?step=3"), "/restoration");

        await using var reader = await Hand.On(world, world.Ruth, id);
        await reader.Until(() => reader.Doc.GetXmlFragment("default").Count == 3);
        var hands = await world.Read(db => db.HandsOf(id));
        var whose = reader.Doc.GetXmlFragment("default").Children.OfType<YXmlElement>().SelectMany(p => p.Children.OfType<YXmlText>()).SelectMany(t => t.ToAuthors())
            .Select(run => (run.Text, hands[run.Client]));
        Assert.Equal([("First", world.Ines.Person.ActorId), ("Second", world.Ruth.Person.ActorId), ("Third", world.Ines.Person.ActorId)], whose);
        var step = (await world.Ines.Get($"{List}/{id}/playback")).Page.QuerySelector("#when")!.TextContent;
        Assert.Contains("Ines Okoro", step, StringComparison.Ordinal);
        Assert.DoesNotContain("Ruth Abara", step, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moment_is_named_and_found_again()
    {
        var id = await InSteps();
        var then = await world.Ruth.Get($"{List}/{id}/playback?step=2");
        var nameless = await world.Ruth.Post($"{List}/{id}/playback/names", ("at", "2"), ("name", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.Status);
        Assert.Equal("Give the moment a name.", nameless.Page.QuerySelector("#name-w")!.TextContent.Trim());
        await world.Ruth.Submit(then, "/names", ("name", "As agreed"));
        var named = (await world.Ines.Get($"{List}/{id}/playback")).Page.QuerySelectorAll(".items a").Single(a => a.TextContent == "As agreed");
        Assert.Contains("Second", (await world.Ines.Get(named.GetAttribute("href")!)).Page.QuerySelector("#then")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_sees_steps_or_brings_them_back_and_a_closed_page_stays_as_it_is()
    {
        var id = await InSteps();
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{List}/{id}/playback")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{List}/{id}/playback/changes")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{List}/{id}/writers")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{List}/{id}/markdown")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{List}/{id}/html")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{List}/{id}/playback/restoration", ("at", "1"))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{List}/{id}/playback/names", ("at", "1"), ("name", "Mine"))).Status);
        }
        foreach (var odd in new[] { "", "0", "-1", "x", "99999" }) Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{List}/{id}/playback/restoration", ("at", odd))).Status);
        await world.Writes.Do(unit => unit.ClosePage(world.Ines.Person.ActorId, id));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{List}/{id}/playback/restoration", ("at", "1"))).Status);
        Assert.Contains("Third", (await world.Ruth.Get($"{List}/{id}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_taken_along_as_markdown_and_as_a_web_page()
    {
        var id = await InSteps("Ours & <theirs>");
        var markdown = await world.Ruth.Get($"{List}/{id}/markdown");
        Assert.StartsWith("# Ours & <theirs>\n", markdown.Text, StringComparison.Ordinal);
        Assert.Contains("First\n\nSecond\n\nThird", markdown.Text, StringComparison.Ordinal);
        Assert.Contains("attachment", markdown.Response.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        var html = await world.Ruth.Get($"{List}/{id}/html");
        Assert.Equal("Ours & <theirs>", html.Heading);
        Assert.Equal(3, html.Page.QuerySelectorAll("p").Length);
        Assert.Contains("attachment", html.Response.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_are_what_was_written_without_a_pause_and_never_too_many()
    {
        var at = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        List<(long, DateTime)> quick = [(1, at), (2, at.AddSeconds(5)), (3, at.AddSeconds(40)), (4, at.AddSeconds(41))];
        Assert.Equal([new Moment(2, at.AddSeconds(5), 0), new Moment(4, at.AddSeconds(41), 2)], Moments.Of(quick));
        var many = Moments.Of([.. Enumerable.Range(1, 5_000).Select(n => ((long)n, at.AddMinutes(n)))]);
        Assert.Equal(Moments.Most, many.Count);
        Assert.Equal((1, 5_000), (many.Count(m => m.After == 0), (int)many[^1].Number));
        Assert.All(many.Zip(many.Skip(1)), pair => Assert.Equal(pair.First.Number, pair.Second.After));
        Assert.Empty(Moments.Of([]));
    }

    /// <summary>A page in three steps, of which Ruth wrote the second.</summary>
    private async Task<Id<Page>> InSteps(string title = "Steps")
    {
        var id = await world.Writes.Do(unit => unit.BeginPage(world.Ines.Person.ActorId, world.Millbrook.Id, world.Millbrook.ScopeId, title));
        foreach (var (who, text) in new[] { (world.Ines, "First"), (world.Ruth, "Second"), (world.Ines, "Third") })
        {
            await using var hand = await Hand.On(world, who, id);
            await hand.Write(text);
            await hand.Kept();
            world.Time.Advance(TimeSpan.FromMinutes(1));
        }
        return id;
    }
}
