using System.Net;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Pages;
using Leaderful.Pages.Hanging;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Pages;

/// <summary>Beginning, naming, closing and taking down pages, through their forms.</summary>
public class PageTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private const string List = "/c/millbrook/pages";

    [Fact]
    public async Task A_title_is_enough_and_the_community_reads_it_and_nobody_else()
    {
        var title = CircleWorld.Own("Charter");
        Assert.NotNull((await world.Ruth.Get("/c/millbrook")).Page.QuerySelector($"nav a[href='{List}']"));
        var page = await world.Ruth.Submit(await world.Ruth.Get($"{List}/new"), "/pages", ("title", title));
        Assert.Equal(title, page.Heading);
        Assert.Contains("Nobody has written on it yet", page.Main, StringComparison.Ordinal);
        var id = await world.Read(db => db.The<Page>().Where(p => p.Title == title).Select(p => p.Id).SingleAsync());
        Assert.Contains(title, (await world.Ines.Get(List)).Main, StringComparison.Ordinal);
        Assert.Equal(title, (await world.Ines.Get($"{List}/{id}")).Heading);
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{List}/{id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/c/harbour/pages/{id}")).Status);
        }
        Assert.Contains("/sign-in", (await world.Anyone().Get($"{List}/{id}")).Location, StringComparison.Ordinal);
        Assert.DoesNotContain(title, (await world.Hanna.Get("/c/harbour/pages")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headings_in_its_text_stand_below_its_title_and_are_kept_as_they_were_written()
    {
        var title = CircleWorld.Own("Layers");
        var page = await world.Ruth.Submit(await world.Ruth.Get($"{List}/new"), "/pages", ("title", title), ("text", "# Top\n\n## Middle\n\n### Low"));
        Assert.Equal([title], page.Page.QuerySelectorAll("h1").Select(h => h.TextContent.Trim()));
        Assert.Equal(["H2 Top", "H3 Middle", "H4 Low"], page.Page.QuerySelectorAll(".page-text > *").Select(h => $"{h.TagName} {h.TextContent}"));
        var id = await world.Read(db => db.The<Page>().Where(p => p.Title == title).Select(p => p.Id).SingleAsync());
        foreach (var form in new[] { "/playback", "/html" }) Assert.Single((await world.Ines.Get($"{List}/{id}{form}")).Page.QuerySelectorAll("h1"));
        Assert.Contains("\n# Top\n", (await world.Ines.Get($"{List}/{id}/markdown")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Get($"{List}/{id}/html")).Status);
        // What begins a step lower stands there already.
        var lower = await world.Ruth.Submit(await world.Ruth.Get($"{List}/new"), "/pages", ("title", CircleWorld.Own("Lower")), ("text", "## Middle"));
        Assert.Equal("H2", lower.Page.QuerySelector(".page-text > *")!.TagName);
    }

    [Fact]
    public async Task Without_a_title_it_is_refused_and_what_was_chosen_is_kept()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth);
        var refused = await world.Ruth.Post(List, ("title", " "), ("choice", "to"), ("to", circle.ScopeId.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Give the page a title.", refused.Page.QuerySelector("#title-w")!.TextContent.Trim());
        Assert.NotNull(refused.Page.QuerySelector($"input[value='{circle.ScopeId}'][checked]"));
    }

    [Fact]
    public async Task A_page_of_a_circle_is_there_for_those_who_belong()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var title = CircleWorld.Own("Night rota");
        var page = await world.Ruth.Submit(await world.Ruth.Get($"{List}/new?on={circle.Id}"), "/pages", ("title", title));
        Assert.Contains($"{circle.Name} reads this", page.Main, StringComparison.Ordinal);
        var id = await world.Read(db => db.The<Page>().Where(p => p.Title == title).Select(p => p.Id).SingleAsync());
        Assert.Contains(circle.Name, (await world.Wen.Get(List)).Main, StringComparison.Ordinal);
        Assert.Equal(title, (await world.Wen.Get($"{List}/{id}")).Heading);
        foreach (var other in new[] { world.Bea, world.Ines, world.Hanna })
        {
            Assert.DoesNotContain(title, (await other.Get(List)).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{List}/{id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{List}/{id}/closing")).Status);
        }
    }

    [Fact]
    public async Task Sent_twice_it_is_begun_once()
    {
        var (key, title) = (Id<Page>.New().ToString(), CircleWorld.Own("Twice"));
        for (var i = 0; i < 2; i++) Assert.Equal($"{List}/{key}", (await world.Ruth.Post(List, ("title", title), ("key", key), ("to", world.Millbrook.ScopeId.ToString()))).Location);
        Assert.Equal(1, await world.Read(db => db.The<Page>().CountAsync(p => p.Title == title)));
    }

    [Fact]
    public async Task Its_author_and_stewards_rename_it_close_it_and_take_it_down_and_nobody_else()
    {
        var id = await Begin(CircleWorld.Own("Plan"));
        var (better, path) = (CircleWorld.Own("Better plan"), $"{List}/{id}");
        foreach (var act in new[] { "title", "closing", "closing/ending", "deletion" })
            foreach (var other in new[] { world.Bea, world.Hanna, world.Samir })
                Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{path}/{act}", ("title", "Taken over"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Get($"{path}/title")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Post($"{path}/title", ("title", ""))).Status);
        Assert.Equal(better, (await world.Ruth.Submit(await world.Ruth.Get($"{path}/title"), "/title", ("title", better))).Heading);
        var closed = await world.Ines.Submit(await world.Ines.Get(path), "/closing");
        Assert.Contains("Closed since", closed.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Closed since", (await world.Ruth.Submit(await world.Ruth.Get(path), "/closing/ending")).Main, StringComparison.Ordinal);
        var list = await world.Ruth.Submit(await world.Ruth.Get(path), "/deletion");
        Assert.DoesNotContain(better, list.Page.QuerySelectorAll(".items").Select(i => i.TextContent));
        Assert.Contains($"“{better}” is in the bin", list.Main, StringComparison.Ordinal);
        foreach (var one in new[] { world.Ruth, world.Ines, world.Bea }) Assert.Equal(HttpStatusCode.NotFound, (await one.Get(path)).Status);
    }

    [Fact]
    public async Task In_the_bin_it_waits_for_whoever_took_it_down()
    {
        var title = CircleWorld.Own("Mistake");
        var id = await Begin(title);
        await world.Ruth.Post($"{List}/{id}/deletion");
        Assert.Contains(title, (await world.Ruth.Get("/c/millbrook/bin")).Main, StringComparison.Ordinal);
        foreach (var other in new[] { world.Bea, world.Ines }) Assert.DoesNotContain(title, (await other.Get("/c/millbrook/bin")).Text, StringComparison.Ordinal);
        foreach (var other in new[] { world.Bea, world.Ines, world.Hanna }) Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{List}/{id}/restoration")).Status);
        Assert.Equal(title, (await world.Ruth.Submit(await world.Ruth.Get("/c/millbrook/bin"), $"{id}/restoration")).Heading);
    }

    [Fact]
    public async Task After_thirty_days_nothing_of_it_is_left()
    {
        await using var own = new World();
        await own.InitializeAsync();
        var id = await own.Writes.Do(unit => unit.BeginPage(own.Ines.Person.ActorId, own.Millbrook.Id, own.Millbrook.ScopeId, "Over"));
        await using (var hand = await Hand.On(own, own.Ines, id))
        {
            await hand.Write("A word");
            await hand.Kept();
        }
        await own.Ines.Post($"{List}/{id}/deletion");
        own.Time.Advance(Bin.Keeps + TimeSpan.FromHours(1));
        await own.Work(PagePurging.KindOfWork, id.Value);
        Assert.Equal(HttpStatusCode.NotFound, (await own.Ines.Post($"{List}/{id}/restoration")).Status);
        Assert.Equal(0, await own.Read(db => db.The<PageUpdate>().CountAsync(u => u.PageId == id)));
        Assert.Equal("", await own.Read(db => db.The<Page>().Where(p => p.Id == id).Select(p => p.Title).SingleAsync()));
    }

    [Fact]
    public async Task Older_pages_follow_each_once()
    {
        await using var own = new World();
        await own.InitializeAsync();
        for (var n = 0; n < PageTrees.OnOnePage + 7; n++) await own.Writes.Do(unit => unit.BeginPage(own.Ines.Person.ActorId, own.Millbrook.Id, own.Millbrook.ScopeId, $"Page {n}"));
        var first = await own.Ruth.Get(List);
        var second = await own.Ruth.Get(first.Page.QuerySelectorAll(".pager a").Single().GetAttribute("href")!);
        var seen = first.Page.QuerySelectorAll(".items .name").Concat(second.Page.QuerySelectorAll(".items .name")).Select(n => n.TextContent).ToList();
        Assert.Equal(PageTrees.OnOnePage + 7, seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    private Task<Id<Page>> Begin(string title) =>
        world.Writes.Do(unit => unit.BeginPage(world.Ruth.Person.ActorId, world.Millbrook.Id, world.Millbrook.ScopeId, title));
}
