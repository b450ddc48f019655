using System.Net;
using Leaderful.Assets;
using Leaderful.Data;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Assets;

/// <summary>A community has words of its own for things.</summary>
public class SynonymTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private const string List = $"{Offering.Assets}/words";

    [Fact]
    public async Task Anybody_adds_a_group_and_it_finds_at_once_in_this_community_alone()
    {
        var (asked, said) = (Offering.Word(), Offering.Word());
        await world.Offer(world.Wen, said);
        await world.Offer(world.Tove, said, world.Harbour.ScopeId);
        Assert.Empty(await world.Ruth.Names(asked));
        var page = await world.Bea.Submit(await world.Bea.Get(List), "/words", ("words", $"{asked}, {said}"));
        Assert.Equal(["Wen Li"], await world.Ruth.Names(asked));
        Assert.DoesNotContain(said, await world.Hanna.Found(asked, "/c/harbour"), StringComparison.Ordinal);
        await world.Bea.Submit(page, "/deletion");
        Assert.Empty(await world.Ruth.Names(asked));
    }

    [Fact]
    public async Task Whoever_added_it_and_a_steward_mend_it_and_take_that_back()
    {
        var (asked, said) = (Offering.Word(), Offering.Word());
        var id = (await world.Writes.Do(unit => unit.AddSynonyms(world.Bea.Person.ActorId, world.Millbrook.Id, $"{asked}, {said}")))!.Value;
        await world.Offer(world.Wen, said);
        var page = await world.Ines.Submit(await world.Ines.Get($"{List}/{id}"), $"{id}", ("words", $"{asked}, something else"));
        Assert.Empty(await world.Ruth.Names(asked));
        await world.Ines.Submit(page, $"{id}/restoration");
        Assert.Equal(["Wen Li"], await world.Ruth.Names(asked));
        Assert.Equal(1, await world.Read(db => db.The<SynonymGroup>().CountAsync(g => g.TakenDownAt == null && g.Words.Contains(asked))));
        var verbs = await world.Read(db => db.The<JournalEntry>().Where(j => j.ActorId == world.Ines.Person.ActorId && (j.Verb == "synonyms.added" || j.Verb == "synonyms.put-back")).OrderBy(j => j.Id).Select(j => j.Verb).ToListAsync());
        Assert.Equal(["synonyms.added", "synonyms.put-back"], verbs);
    }

    [Fact]
    public async Task Nobody_else_does()
    {
        var id = (await world.Writes.Do(unit => unit.AddSynonyms(world.Bea.Person.ActorId, world.Millbrook.Id, $"{Offering.Word()}, lasting")))!.Value;
        foreach (var other in new[] { world.Ruth, world.Hanna, world.Tove, world.Samir, world.Anyone() })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await other.Get($"{List}/{id}")).Status);
            foreach (var path in new[] { $"{List}/{id}", $"{List}/{id}/deletion", $"{List}/{id}/restoration" }) await other.Post(path, ("words", "one, two"));
        }
        Assert.Null(await world.Read(db => db.The<SynonymGroup>().Where(g => g.Id == id).Select(g => g.TakenDownAt).SingleAsync()));
        Assert.False(await world.Read(db => db.The<SynonymGroup>().AnyAsync(g => g.InsteadOfId == id)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("alone")]
    [InlineData("twice, TWICE")]
    [InlineData("…, !")]
    public async Task A_group_has_at_least_two_words(string typed)
    {
        var page = await world.Ruth.Post(List, ("words", typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(typed, page.Page.QuerySelector("#words")!.GetAttribute("value"));
        Assert.NotNull(page.Page.QuerySelector("#words-w"));
    }
}
