using System.Net;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.People;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Assets;

/// <summary>Who can help is found by what people opened to whoever looks: by their words, and by what means the same.</summary>
public class FindingTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task An_offer_is_found_by_its_words_in_any_order_and_its_person_is_named()
    {
        var (one, other) = (Offering.Word(), Offering.Word());
        await world.Offer(world.Wen, $"I {one} and I {other}, on Sundays");
        Assert.Equal(["Wen Li"], await world.Ruth.Names($"{other} {one}"));
        Assert.Equal(["Wen Li"], await world.Ruth.Names(one[..8].ToUpperInvariant()));
        var page = await world.Ruth.Get($"{Offering.Assets}?q={one}");
        Assert.Contains(page.Page.QuerySelectorAll("mark"), m => m.TextContent == one);
        Assert.NotNull(page.Page.QuerySelector($"a[href*='/one-to-ones/new?with={world.Wen.Person.Id}']"));
        Assert.NotNull(page.Page.QuerySelector("a[href*='/exchange?q=']"));
    }

    [Fact]
    public async Task What_means_the_same_finds_it_and_the_page_says_by_which_word()
    {
        var own = Offering.Word();
        await world.Offer(world.Wen, $"Treasurer for years, {own}");
        var found = await world.Ruth.Found($"bookkeeping {own}");
        Assert.Contains(own, found, StringComparison.Ordinal);
        Assert.Contains("also: treasurer", found, StringComparison.Ordinal);
        Assert.DoesNotContain("also: treasurer", await world.Ruth.Found($"treasurer {own}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_more_of_the_words_comes_first_and_then_whoever_said_it_last()
    {
        var (one, other) = (Offering.Word(), Offering.Word());
        await world.Offer(world.Wen, $"{one} {other}");
        await world.Offer(world.Bea, one);
        await world.Offer(world.Ines, other);
        Assert.Equal(["Wen Li", "Ines Okoro", "Bea Lindqvist"], await world.Ruth.Names($"{one} {other}"));
    }

    [Fact]
    public async Task Needs_stand_apart_and_ones_own_are_not_there()
    {
        var word = Offering.Word();
        await world.Offer(world.Wen, $"Somebody with a {word}", facet: Facet.Need);
        await world.Offer(world.Bea, $"My {word}");
        await world.Offer(world.Ruth, $"Mine {word}");
        Assert.Equal(["Bea Lindqvist"], await world.Ruth.Names(word));
        Assert.Equal(["Wen Li"], await world.Ruth.Names(word, "looking"));
    }

    [Fact]
    public async Task What_somebody_keeps_for_fewer_is_found_by_those_alone()
    {
        var word = Offering.Word();
        var circle = await world.Circle(Joining.Request, world.Ruth, world.Wen);
        await world.Writes.Do(unit => unit.Meet(world.Wen.Person.Id, world.Ruth.Person.Id));
        await world.Offer(world.Wen, $"{word} solicitor of one", world.Wen.Person.ScopeId);
        await world.Offer(world.Wen, $"{word} solicitor of two", Scope.Between(world.Wen.Person.Id, world.Ruth.Person.Id));
        await world.Offer(world.Wen, $"{word} solicitor of some", circle.ScopeId);
        foreach (var words in new[] { word, $"{word} lawyer", $"legal {word}" })
        {
            var (own, others) = (await world.Ruth.Found(words), await world.Bea.Found(words));
            Assert.Contains("solicitor of two", own, StringComparison.Ordinal);
            Assert.Contains("solicitor of some", own, StringComparison.Ordinal);
            Assert.DoesNotContain("solicitor of one", own, StringComparison.Ordinal);
            Assert.DoesNotContain("solicitor of", others, StringComparison.Ordinal);
            foreach (var other in new[] { world.Ines, world.Hanna, world.Tove }) Assert.DoesNotContain("solicitor of", await other.Found(words), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_entry_that_is_reworded_moved_taken_back_or_put_back_is_found_as_it_stands()
    {
        var (first, second) = (Offering.Word(), Offering.Word());
        var (who, id) = (world.Wen.Person, await world.Offer(world.Wen, first));
        await world.Writes.Do(unit => unit.Reword(who.Id, who.ActorId, id, new Opening(second, world.Millbrook.ScopeId, "")));
        Assert.Empty(await world.Ruth.Names(first));
        Assert.Equal(["Wen Li"], await world.Ruth.Names(second));
        await world.Writes.Do(unit => unit.TakeBack(who.Id, who.ActorId, id));
        Assert.Empty(await world.Ruth.Names(second));
        await world.Writes.Do(unit => unit.PutBack(who.Id, who.ActorId, id));
        Assert.Equal(["Wen Li"], await world.Ruth.Names(second));
        await world.Writes.Do(unit => unit.Reword(who.Id, who.ActorId, id, new Opening(second, who.ScopeId, "")));
        Assert.Empty(await world.Ruth.Names(second));
    }

    [Fact]
    public async Task Whom_one_would_rather_not_read_is_not_found_and_is_not_told()
    {
        var word = Offering.Word();
        var (joss, noa) = (await world.Newcomer(), await world.Newcomer("Noa Twin"));
        await world.Offer(joss, word);
        await world.Offer(noa, word);
        await joss.Post($"/c/millbrook/people/{noa.Person.Id}/aside");
        Assert.Empty(await joss.Names(word));
        Assert.Equal(["Joss Penhale"], await noa.Names(word));
        Assert.Equal(2, (await world.Ruth.Names(word)).Count);
    }

    [Fact]
    public async Task Whoever_has_left_is_not_found_and_what_the_network_reads_is_found_where_its_person_belongs()
    {
        var word = Offering.Word();
        var joss = await world.Newcomer();
        await world.Offer(joss, word);
        await world.Offer(world.Tove, word, Scope.Network);
        Assert.Equal(["Joss Penhale"], await world.Ruth.Names(word));
        Assert.Contains("Tove Lund", await world.Hanna.Found(word, "/c/harbour"), StringComparison.Ordinal);
        await joss.Post("/c/millbrook/leaving");
        Assert.Empty(await world.Ruth.Names(word));
    }

    [Fact]
    public async Task Small_words_weigh_nothing_and_what_nobody_offers_leads_to_a_call()
    {
        var word = Offering.Word();
        await world.Offer(world.Wen, word);
        Assert.Equal(["Wen Li"], await world.Ruth.Names($"who can help me with a {word}"));
        var page = await world.Ruth.Get($"{Offering.Assets}?q={Offering.Word()}");
        Assert.NotNull(page.Page.QuerySelector(".empty a[href*='/calls/new?q=']"));
        foreach (var odd in new[] { "%", "'", "\"", "«»", "🦔", new string('x', 300), "a", " " }) Assert.Equal(HttpStatusCode.OK, (await world.Ruth.Get($"{Offering.Assets}?q={Uri.EscapeDataString(odd)}")).Status);
    }

    [Fact]
    public async Task Nothing_is_left_of_its_words_when_somebody_goes()
    {
        var joss = await world.Newcomer();
        await world.Offer(joss, Offering.Word());
        await world.Writes.Do(unit => unit.ForgetPortrait(joss.Person.Id));
        Assert.False(await world.Read(db => db.The<Leaderful.Assets.AssetWord>().AnyAsync(w => w.PersonId == joss.Person.Id)));
    }
}
