using System.Net;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Initiatives;
using Leaderful.Pages;
using Leaderful.Prompts;
using Leaderful.Reflections;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Reflections;

/// <summary>Looking back at a set of one-to-ones: six questions, for oneself alone or on a page of the team's.</summary>
public class ReflectionTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private const string List = "/c/millbrook/reflections";

    [Fact]
    public async Task Alone_it_asks_six_questions_that_nothing_of_the_page_could_send_and_nobody_else_learns_of_it()
    {
        var page = await world.Ruth.Submit(await world.Ruth.Get(List), "/reflections");
        var id = await Latest();
        Assert.Equal(6, page.Page.QuerySelectorAll($"[data-note='{id}'] [data-note-field]").Length);
        Assert.All(page.Page.QuerySelectorAll("[data-note-field]"), f => Assert.Null(f.GetAttribute("name")));
        Assert.Contains($"{List}/{id}", (await world.Ruth.Get(List)).Text, StringComparison.Ordinal);
        foreach (var other in new[] { world.Wen, world.Bea, world.Ines, world.Hanna, world.Tove, world.Samir, world.Anyone() })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await other.Get($"{List}/{id}")).Status);
            Assert.DoesNotContain(id.ToString(), (await other.Get(List)).Text, StringComparison.Ordinal);
            await other.Post($"{List}/{id}/deletion");
        }
        Assert.Equal(HttpStatusCode.OK, (await world.Ruth.Get($"{List}/{id}")).Status);
        Assert.False(await world.Read(db => db.The<JournalEntry>().AnyAsync(j => j.Subject == id.Value)));
    }

    [Fact]
    public async Task The_team_looks_back_on_a_page_that_begins_with_the_questions_once_and_is_found_again()
    {
        var initiative = await Initiative(world.Ruth);
        await world.Wen.Post($"/c/millbrook/initiatives/{initiative}/team");
        var offered = await world.Ruth.Get($"{List}?for={initiative}");
        var fields = offered.FieldsOf("/reflections", [("initiative", initiative.ToString())]).ToArray();
        var begun = await world.Ruth.Post($"{List}/together", fields);
        await world.Ruth.Post($"{List}/together", fields);
        var page = await world.Ruth.Follow(begun);
        Assert.Equal(6, page.Page.QuerySelectorAll(".page-text h3, .page-text h2").Length);
        Assert.Contains("What was hardest?", page.Main, StringComparison.Ordinal);
        Assert.Single(await world.Read(db => db.The<TeamReflection>().Where(r => r.InitiativeId == initiative).ToListAsync()));
        Assert.Contains(begun.Location, (await world.Wen.Get(List)).Text, StringComparison.Ordinal);
        Assert.Contains(begun.Location, (await world.Wen.Get($"/c/millbrook/initiatives/{initiative}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(begun.Location, (await world.Bea.Get(List)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_carries_an_initiative_begins_its_page()
    {
        var initiative = await Initiative(world.Ruth);
        foreach (var other in new[] { world.Bea, world.Ines })
        {
            var refused = await other.Post($"{List}/together", ("initiative", initiative.ToString()));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("Choose an initiative that you carry", refused.Main, StringComparison.Ordinal);
        }
        foreach (var other in new[] { world.Hanna, world.Samir, world.Anyone() }) await other.Post($"{List}/together", ("initiative", initiative.ToString()));
        Assert.Empty(await world.Read(db => db.The<TeamReflection>().Where(r => r.InitiativeId == initiative).ToListAsync()));
    }

    [Fact]
    public async Task A_community_asks_in_its_own_words_and_what_was_begun_keeps_its_questions()
    {
        var before = await Begin(world.Hanna);
        var set = HousePrompts.Find(HousePrompts.Reflection)!;
        await world.Writes.Do(unit => unit.RewordPrompts(world.Harbour.Id, world.Hanna.Person.ActorId, set, new PromptWish("en", [new("hardest", "Where did your voice shake?", "")]), null));
        var after = await Begin(world.Hanna);
        Assert.Contains("Where did your voice shake?", (await world.Hanna.Get($"/c/harbour/reflections/{after}")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Where did your voice shake?", (await world.Hanna.Get($"/c/harbour/reflections/{before}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_down_it_comes_back_from_the_bin_for_its_writer()
    {
        await world.Wen.Submit(await world.Wen.Get(List), "/reflections");
        var id = await Latest();
        await world.Wen.Submit(await world.Wen.Get($"{List}/{id}"), "/deletion");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Get($"{List}/{id}")).Status);
        Assert.Contains($"reflections/{id}/restoration", (await world.Wen.Get("/c/millbrook/bin")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(id.ToString(), (await world.Ines.Get("/c/millbrook/bin")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Post($"{List}/{id}/restoration")).Status);
        await world.Wen.Post($"{List}/{id}/restoration");
        Assert.Equal(HttpStatusCode.OK, (await world.Wen.Get($"{List}/{id}")).Status);
    }

    [Fact]
    public async Task Whoever_goes_takes_it_along()
    {
        var joss = await world.Newcomer();
        await joss.Submit(await joss.Get(List), "/reflections");
        var id = await Latest();
        await world.Writes.Do(unit => unit.EraseWords([joss.Person.ActorId]));
        Assert.Equal(HttpStatusCode.NotFound, (await joss.Get($"{List}/{id}")).Status);
    }

    private async Task<Id<Reflection>> Begin(Visitor who)
    {
        await who.Post("/c/harbour/reflections");
        return await Latest();
    }

    private Task<Id<Reflection>> Latest() => world.Read(async db => (await db.The<Reflection>().OrderByDescending(r => r.Id).FirstAsync()).Id);

    private Task<Id<Initiative>> Initiative(Visitor by) =>
        world.Writes.Do(unit => unit.BeginInitiative(by.Person.ActorId, world.Millbrook.Id, world.Millbrook.ScopeId, CircleWorld.Own("Initiative")));
}
