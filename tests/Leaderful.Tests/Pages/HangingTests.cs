using System.Net;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Pages;
using Leaderful.Pages.Hanging;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Pages;

/// <summary>Pages hang on pages, circles and conversations, and are moved; whoever may not see what one hangs on finds it at the top.</summary>
public class HangingTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private const string List = "/c/millbrook/pages";

    [Fact]
    public async Task A_page_is_begun_below_another_and_each_leads_to_the_other()
    {
        var above = await Page(world.Ruth, "Handbook");
        var begin = await world.Wen.Get((await world.Wen.Get(Path(above))).Page.QuerySelector(".around a[href*='/pages/new?on=']")!.GetAttribute("href")!);
        var title = CircleWorld.Own("Keys");
        var page = await world.Wen.Submit(begin, "/pages", ("title", title));
        Assert.Contains(Path(above), Hrefs(page, ".over a"));
        Assert.Contains(title, Texts(await world.Bea.Get(Path(above)), ".around a"));
        var tree = await world.Bea.Get(List);
        Assert.Contains(title, tree.Page.QuerySelectorAll(".items > li").Single(l => l.QuerySelector($"a[href='{Path(above)}']") is not null).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(title, Texts(tree, ".items .name"));
    }

    [Fact]
    public async Task Whoever_may_not_see_what_it_hangs_on_finds_it_at_the_top_and_learns_of_nothing()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var above = await Page(world.Ruth, "Between us", circle.ScopeId);
        var below = await Page(world.Ruth, "For all", on: above.As<Thing>());
        var secret = await Title(above);
        Assert.Contains(secret, Texts(await world.Wen.Get(Path(below)), ".over a"));
        foreach (var other in new[] { world.Bea, world.Ines })
        {
            Assert.DoesNotContain(secret, (await other.Get(Path(below))).Text, StringComparison.Ordinal);
            Assert.Contains(await Title(below), Texts(await other.Get(List), ".items .name"));
            Assert.DoesNotContain(secret, (await other.Get(List)).Text, StringComparison.Ordinal);
            Assert.Null((await other.Get($"{List}/new?on={above}")).Page.QuerySelector("input[name=on]"));
            Assert.Null(await On(await Begun(other, above.As<Thing>())));
        }
        foreach (var stranger in new[] { world.Hanna, world.Tove }) Assert.Null((await stranger.Get($"/c/harbour/pages/new?on={below}")).Page.QuerySelector("input[name=on]"));
        await world.Ruth.Post($"{Path(above)}/deletion");
        Assert.Contains(await Title(below), Texts(await world.Wen.Get(List), ".items .name"));
    }

    [Fact]
    public async Task A_circles_pages_are_with_the_circle_and_only_those_who_belong_put_them_there()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var (open, closed) = (await Page(world.Ruth, "Seen by all", on: circle.Id.As<Thing>()), await Page(world.Ruth, "Ours", circle.ScopeId, circle.Id.As<Thing>()));
        Assert.Contains(await Title(closed), (await world.Wen.Get(CircleWorld.Path(circle))).Main, StringComparison.Ordinal);
        Assert.NotNull((await world.Wen.Get(CircleWorld.Path(circle))).Page.QuerySelector($"a[href$='/pages/new?on={circle.Id}']"));
        foreach (var other in new[] { world.Bea, world.Ines })
        {
            var page = await other.Get(CircleWorld.Path(circle));
            Assert.Contains(await Title(open), page.Main, StringComparison.Ordinal);
            Assert.DoesNotContain(await Title(closed), page.Text, StringComparison.Ordinal);
            Assert.Null(page.Page.QuerySelector("a[href*='/pages/new?on=']"));
            Assert.Contains(circle.Name, Texts(await other.Get(Path(open)), ".over a"));
            Assert.Null(await On(await Begun(other, circle.Id.As<Thing>())));
        }
        Assert.Contains(circle.Name, (await world.Bea.Get(List)).Page.QuerySelectorAll(".part h2").Select(h => h.TextContent));
        // Who has left the circle puts nothing there any more.
        await world.Wen.Post($"{CircleWorld.Path(circle)}/membership/ending");
        Assert.Null(await On(await Begun(world.Wen, circle.Id.As<Thing>())));
        Assert.DoesNotContain(await Title(closed), (await world.Wen.Get(List)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_conversation_it_is_listed_there_for_who_reads_both()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var talk = await world.Begin(world.Ruth, CircleWorld.Own("Keys"));
        Assert.NotNull((await world.Bea.Get(Talk.Path(talk))).Page.QuerySelector($"a[href$='/pages/new?on={talk}']"));
        var (open, closed) = (await Page(world.Wen, "Minutes", on: talk.As<Thing>()), await Page(world.Wen, "Ours", circle.ScopeId, talk.As<Thing>()));
        Assert.Superset(new HashSet<string> { await Title(open), await Title(closed) }, Texts(await world.Ruth.Get(Talk.Path(talk)), ".branch a").ToHashSet());
        Assert.Equal([await Title(open)], Texts(await world.Bea.Get(Talk.Path(talk)), ".branch a"));
        Assert.Contains(Talk.Path(talk), Hrefs(await world.Bea.Get(Path(open)), ".over a"));
    }

    [Fact]
    public async Task Its_author_and_stewards_move_it_and_take_that_back()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var (one, other) = (await Page(world.Ruth, "One"), await Page(world.Wen, "Other"));
        var moved = await world.Ruth.Submit(await world.Ruth.Get($"{Path(one)}/place"), "/place", ("how", "under"), ("under", other.ToString()));
        Assert.Contains(Path(other), Hrefs(moved, ".over a"));
        var undo = moved.Page.QuerySelector(".toast form")!.GetAttribute("action")!;
        foreach (var somebody in new[] { world.Bea, world.Wen, world.Hanna }) Assert.Equal(HttpStatusCode.NotFound, (await somebody.Post(undo)).Status);
        // A steward may tend it, but takes back only what they did themselves.
        await world.Ines.Post(undo);
        Assert.Equal(other.As<Thing>(), await On(one));
        Assert.DoesNotContain(Path(other), Hrefs(await world.Ruth.Follow(await world.Ruth.Post(undo)), ".over a"));
        Assert.Contains(circle.Name, Texts(await world.Ruth.Submit(await world.Ruth.Get($"{Path(one)}/place"), "/place", ("how", circle.Id.ToString())), ".over a"));
        await world.Ines.Submit(await world.Ines.Get($"{Path(one)}/place"), "/place", ("how", "top"));
        Assert.Null(await On(one));
        await world.Ruth.Post($"{Path(one)}/place", ("how", "under"), ("address", $"https://nets.example{Path(other)}?x=1"));
        Assert.Equal(other.As<Thing>(), await On(one));
    }

    [Fact]
    public async Task Nobody_else_moves_it_and_nowhere_that_is_not_theirs()
    {
        var circle = await world.Circle(Joining.Open, world.Wen);
        var (page, secret) = (await Page(world.Ruth, "Mine"), await Page(world.Wen, "Theirs", circle.ScopeId));
        foreach (var somebody in new[] { world.Bea, world.Hanna, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await somebody.Get($"{Path(page)}/place")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await somebody.Post($"{Path(page)}/place", ("how", "top"))).Status);
        }
        foreach (var (how, under) in new[] { ("under", secret.ToString()), (circle.Id.ToString(), ""), ("under", Id<Page>.New().ToString()), ("under", page.ToString()), ("", "") })
        {
            var refused = await world.Ruth.Post($"{Path(page)}/place", ("how", how), ("under", under));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("It cannot stand there.", refused.Main, StringComparison.Ordinal);
            Assert.DoesNotContain(await Title(secret), refused.Text, StringComparison.Ordinal);
        }
        Assert.Null(await On(page));
    }

    [Fact]
    public async Task Never_does_a_page_come_to_hang_on_itself()
    {
        var circle = await world.Circle(Joining.Open, world.Wen);
        var first = await Page(world.Ruth, "First");
        var hidden = await Page(world.Wen, "Hidden", circle.ScopeId, first.As<Thing>());
        var last = await Page(world.Ruth, "Last", on: hidden.As<Thing>());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Post($"{Path(first)}/place", ("how", "under"), ("under", last.ToString()))).Status);
        var (a, b) = (await Page(world.Ruth, "A"), await Page(world.Ruth, "B"));
        var both = await Task.WhenAll(
            world.Writes.Do(unit => unit.PlacePage(world.Ruth.Person.ActorId, a, b.As<Thing>())), world.Writes.Do(unit => unit.PlacePage(world.Ruth.Person.ActorId, b, a.As<Thing>())));
        Assert.Single(both, move => move is not null);
    }

    [Fact]
    public async Task Many_below_one_are_behind_a_line_and_cost_no_more_questions()
    {
        var above = await Page(world.Ruth, "Wide");
        for (var n = 0; n < 3; n++) await Page(world.Ruth, $"Leaf {n}", on: above.As<Thing>());
        var asked = await Asked();
        for (var n = 0; n < 9; n++) await Page(world.Ruth, $"Leaf {n}", on: above.As<Thing>());
        Assert.Equal(asked, await Asked());
        Assert.Equal("12 pages below it", (await world.Bea.Get(List)).Page.QuerySelectorAll("details.branch-many").Single(d => d.TextContent.Contains("Leaf", StringComparison.Ordinal)).QuerySelector("summary")!.TextContent);
    }

    private async Task<int> Asked()
    {
        await world.Bea.Get(List);
        using var questions = new QueryCount(world.Millbrook.Id.Value);
        await world.Bea.Get(List);
        return questions.Count;
    }

    private Task<Id<Page>> Page(Visitor who, string title, Id<Scope>? scope = null, Id<Thing>? on = null) =>
        world.Writes.Do(unit => unit.BeginPage(who.Person.ActorId, world.Millbrook.Id, scope ?? world.Millbrook.ScopeId, CircleWorld.Own(title), on));

    private static async Task<Id<Page>> Begun(Visitor who, Id<Thing> on)
    {
        var key = Id<Page>.New();
        await who.Post(List, ("title", CircleWorld.Own("Tried")), ("key", key.ToString()), ("choice", "to"), ("to", (await who.Get($"{List}/new")).Page.QuerySelector("input[name=to][checked]")?.GetAttribute("value") ?? ""), ("on", on.ToString()));
        return key;
    }

    private Task<Id<Thing>?> On(Id<Page> id) => world.Read(db => db.The<Page>().Where(p => p.Id == id).Select(p => p.AboutId).SingleOrDefaultAsync());

    private Task<string> Title(Id<Page> id) => world.Read(db => db.The<Page>().Where(p => p.Id == id).Select(p => p.Title).SingleAsync());

    private static string Path(Id<Page> id) => $"{List}/{id}";

    private static string[] Texts(Screen page, string what) => [.. page.Page.QuerySelectorAll(what).Select(e => e.TextContent.Trim())];

    private static string[] Hrefs(Screen page, string what) => [.. page.Page.QuerySelectorAll(what).Select(e => e.GetAttribute("href") ?? "")];
}
