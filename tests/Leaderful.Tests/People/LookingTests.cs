using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.People;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.People;

public class LookingTests(World world) : IClassFixture<World>
{
    [Theory]
    [InlineData("Naïve façades", "naive facades")]
    [InlineData("Ærø ÅNGSTRÖM", "aero angstrom")]
    [InlineData("Don't  stop—now", "dont stop now")]
    [InlineData("Щука и ёж", "shchuka i ezh")]
    [InlineData("夜勤の看護", "夜勤の看護")]
    [InlineData("", "")]
    [InlineData("\ud83d broken", "broken")]
    public void A_text_is_looked_for_without_its_marks(string text, string expected) => Assert.Equal(expected, Folded.Of(text));

    [Fact]
    public async Task People_are_found_by_name_and_by_what_they_opened_to_me()
    {
        var mika = await Member("Mika Öberg", "mika");
        var lena = await Member("Lena Falk", "lena");
        await Say(mika, Facet.Offer, "I repair bicycles and naïve radios", world.Millbrook.ScopeId);
        await Say(lena, Facet.Offer, "I cook for sixty", world.Millbrook.ScopeId);
        await Say(lena, Facet.Need, "Somebody who repairs radios", lena.Person.ScopeId);
        Assert.Equal(["Mika Öberg"], await Found("q=oberg"));
        Assert.Equal(["Mika Öberg"], await Found("q=NAIVE+radio"));
        Assert.Equal(["Lena Falk", "Mika Öberg"], await Found("facet=offer"));
        Assert.Equal(["Lena Falk"], await Found("facet=offer&q=sixty"));
        Assert.Empty(await Found("facet=need&q=radios"));
        Assert.Empty(await Found("q=cook+bicycles"));
        Assert.Empty(await Found("q=%25"));
    }

    [Fact]
    public async Task Another_communitys_people_are_not_found()
    {
        await Say(world.Tove, Facet.Offer, "Lighthouses", Scope.Network);
        Assert.Empty(await Found("q=lighthouses"));
        Assert.Contains("Lighthouses", (await world.Hanna.Get("/c/harbour/people?q=lighthouse")).Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await world.Hanna.Get("/c/millbrook/people?q=a")).Status);
    }

    [Fact]
    public async Task Whoever_is_called_otherwise_is_found_and_listed_by_that()
    {
        var zora = await Member("Zora Dahl", "zora");
        await zora.Submit(await zora.Get("/me"), "/me", ("name", "Álfur Dahl"));
        Assert.Equal(["Álfur Dahl"], await Found("q=alfur"));
        Assert.Empty(await Found("q=zora"));
        Assert.Equal("Álfur Dahl", (await Found(""))[0]);
    }

    [Fact]
    public async Task What_is_said_on_a_rung_of_ones_own_is_looked_for_where_it_stands_now()
    {
        var vera = await Member("Vera Lund", "vera");
        var id = await world.Writes.Do(unit => Task.FromResult(unit.Portray(vera.Person.Id, vera.Person.ActorId, Facet.World, new Opening("Sourdough", vera.Person.ScopeId, ""))));
        Assert.Empty(await Found("q=sourdough"));
        await world.Writes.Do(unit => unit.Reword(vera.Person.Id, vera.Person.ActorId, id, new Opening("Sourdough and rye", world.Millbrook.ScopeId, "to share")));
        Assert.Equal(["Vera Lund"], await Found("q=sourdough"));
        Assert.Equal(["Vera Lund"], await Found("q=rye&facet=world"));
        Assert.Empty(await Found("q=rye&facet=need"));
    }

    [Fact]
    public async Task Nobody_found_is_said_and_the_words_stay()
    {
        var page = await world.Ines.Get("/c/millbrook/people?q=zeppelins&facet=world");
        Assert.Equal("Nobody has said so yet", page.Page.QuerySelector(".empty h2")!.TextContent);
        Assert.Equal("zeppelins", page.Page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Equal("Worlds", page.Page.QuerySelector(".tabs [aria-current]")!.TextContent);
    }

    private async Task<Visitor> Member(string name, string key)
    {
        var visitor = await world.Register(name, $"{key}@looking.example");
        await world.Join(visitor, world.Millbrook);
        return visitor;
    }

    private Task Say(Visitor who, Facet facet, string text, Id<Scope> scope) =>
        world.Writes.Do(unit => unit.Portray(who.Person.Id, who.Person.ActorId, facet, new Opening(text, scope, "to share")));

    private async Task<string[]> Found(string query) =>
        [.. (await world.Ines.Get($"/c/millbrook/people?{query}")).Page.QuerySelectorAll(".items .marked .name").Select(n => n.TextContent.Trim())];
}
