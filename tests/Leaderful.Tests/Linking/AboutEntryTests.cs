using System.Net;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.People;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Conversations;
using Leaderful.Tests.Files;
using Leaderful.Tests.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Linking;

/// <summary>A line of somebody's portrait is talked about, among those who read it.</summary>
public class AboutEntryTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task Whoever_reads_a_line_talks_about_it_and_each_leads_to_the_other()
    {
        var (entry, text) = await Says(world.Ruth, world.Millbrook.ScopeId);
        var person = await world.Wen.Get(PathOf(world.Ruth));
        var link = person.Page.QuerySelector($"#e-{entry} a[href*='?about=']")!;
        Assert.Equal($"Talk about this: {text}", link.GetAttribute("aria-label"));
        var begin = await world.Wen.Get(link.GetAttribute("href")!);
        Assert.Contains($"what Ruth Abara says of themselves: “{text}”", begin.Main, StringComparison.Ordinal);
        var title = CircleWorld.Own("About the line");
        var page = await world.Wen.Submit(begin, "/conversations", ("title", title), ("text", "I have one of these."));
        Assert.Equal($"{PathOf(world.Ruth)}#e-{entry}", page.Page.QuerySelector(".about a")!.GetAttribute("href"));
        Assert.Equal([title], (await world.Bea.Get(PathOf(world.Ruth))).Page.QuerySelectorAll($"#e-{entry} .spoken-of a").Select(a => a.TextContent));

        await world.Ruth.Post($"/me/portrait/{entry}/deletion");
        Assert.Null((await world.Bea.Get(page.PathOf())).Page.QuerySelector(".about"));
        await world.Ruth.Post($"/me/portrait/{entry}/restoration");
        Assert.NotNull((await world.Bea.Get(page.PathOf())).Page.QuerySelector(".about"));
        await world.Writes.Do(unit => unit.ForgetPortrait(world.Ruth.Person.Id));
        Assert.Equal(title, (await world.Bea.Get(page.PathOf())).Heading);
        Assert.Null((await world.Bea.Get(page.PathOf())).Page.QuerySelector(".about"));
    }

    [Fact]
    public async Task Nobody_else_learns_that_it_is_there()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var (entry, text) = await Says(world.Ruth, circle.ScopeId);
        var begin = await world.Wen.Get($"/c/millbrook/conversations/new?about={entry}");
        Assert.NotNull(begin.Page.QuerySelector($"input[name=to][value='{circle.ScopeId}'][checked]"));
        // Wen may speak to all of something only the circle reads: the others read the words and not what they are about.
        var open = await Begin(world.Wen, entry);
        Assert.Contains(text, (await world.Ruth.Get(open)).Main, StringComparison.Ordinal);
        foreach (var other in new[] { world.Bea, world.Ines })
        {
            Assert.DoesNotContain(text, (await other.Get(open)).Text, StringComparison.Ordinal);
            Assert.Null((await other.Get(open)).Page.QuerySelector(".about"));
            Assert.Null((await other.Get(PathOf(world.Ruth))).Page.QuerySelector($"#e-{entry}"));
            Assert.DoesNotContain(text, (await other.Get($"/c/millbrook/conversations/new?about={entry}")).Text, StringComparison.Ordinal);
            Assert.Null((await other.Get($"/c/millbrook/conversations/new?about={entry}")).Page.QuerySelector("input[name=about]"));
            Assert.Null(await AboutOf(await Begin(other, entry)));
        }
        foreach (var stranger in new[] { world.Hanna, world.Tove })
            Assert.DoesNotContain(text, (await stranger.Get($"/c/harbour/conversations/new?about={entry}")).Text, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await world.Anyone().Get($"/c/millbrook/conversations/new?about={entry}")).Location, StringComparison.Ordinal);

        // What is told to a circle about a line that all may read stays in the circle.
        var (known, _) = await Says(world.Ruth, world.Millbrook.ScopeId);
        var canary = CircleWorld.Own("Canary");
        await world.Wen.Post("/c/millbrook/conversations", ("title", canary), ("text", "Between us"), ("to", circle.ScopeId.ToString()), ("about", known.ToString()));
        Assert.Contains(canary, (await world.Ruth.Get(PathOf(world.Ruth))).Main, StringComparison.Ordinal);
        Assert.DoesNotContain(canary, (await world.Bea.Get(PathOf(world.Ruth))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_met_only_where_its_person_is()
    {
        var (entry, text) = await Says(world.Tove, Scope.Network);
        Assert.Contains(text, (await world.Hanna.Get($"/c/harbour/conversations/new?about={entry}")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain(text, (await world.Wen.Get($"/c/millbrook/conversations/new?about={entry}")).Text, StringComparison.Ordinal);
        Assert.Null((await world.Samir.Get($"/people/{world.Tove.Person.Id}")).Page.QuerySelector("a[href*='?about=']"));
        await world.Bea.Show(MadePictures.Png(), world.Millbrook.ScopeId);
        var photo = await world.Read(db => db.The<PortraitEntry>().Where(e => e.PersonId == world.Bea.Person.Id && e.Facet == Facet.Photo).Select(e => e.Id).SingleAsync());
        Assert.Null(await AboutOf(await Begin(world.Wen, photo)));
    }

    private static string PathOf(Visitor who) => $"/c/millbrook/people/{who.Person.Id}";

    private async Task<(Id<PortraitEntry> Entry, string Text)> Says(Visitor who, Id<Scope> scope)
    {
        var text = CircleWorld.Own("Ladders");
        return (await world.Writes.Do(unit => Task.FromResult(unit.Portray(who.Person.Id, who.Person.ActorId, Facet.Offer, new Opening(text, scope, "so that we share")))), text);
    }

    private async Task<string> Begin(Visitor who, Id<PortraitEntry> about)
    {
        var answer = await who.Post("/c/millbrook/conversations", ("title", CircleWorld.Own("Open")), ("text", "To everybody"), ("to", world.Millbrook.ScopeId.ToString()), ("about", about.ToString()));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return answer.Location;
    }

    private async Task<Id<Thing>?> AboutOf(string path) => (await world.Find(Id<Conversation>.Parse(path.Split('/')[^1], null))).AboutId;
}

file static class Paths
{
    public static string PathOf(this Screen page) => page.Response.RequestMessage!.RequestUri!.AbsolutePath;
}
