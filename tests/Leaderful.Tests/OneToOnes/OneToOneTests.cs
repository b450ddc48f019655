using System.Net;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Initiatives;
using Leaderful.Initiatives.Sentences;
using Leaderful.OneToOnes;
using Leaderful.People;
using Leaderful.Shared;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.OneToOnes;

/// <summary>Whom somebody meets is theirs alone: to plan in a minute, to take along on paper, to remember afterwards.</summary>
public class OneToOneTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private const string List = "/c/millbrook/one-to-ones";

    [Fact]
    public async Task A_person_and_a_time_are_enough_and_nobody_else_sees_it()
    {
        var page = await world.Ruth.Submit(await world.Ruth.Get($"{List}/new"), "/one-to-ones", ("name", "Wen Li"), ("day", "2027-03-04"), ("at", "07:30"), ("zone", "Europe/Berlin"));
        Assert.Equal("With Wen Li", page.Heading);
        var one = await Latest();
        Assert.Equal((world.Wen.Person.ActorId, 45), (one.WithId, one.Minutes));
        foreach (var other in new[] { world.Wen, world.Bea, world.Ines, world.Hanna, world.Tove, world.Samir, world.Anyone() })
        {
            foreach (var path in new[] { At(one), $"{At(one)}/card", $"{At(one)}/settings" }) Assert.NotEqual(HttpStatusCode.OK, (await other.Get(path)).Status);
            foreach (var act in new[] { "meeting", "leaving", "thanks", "deletion", "restoration", "settings" }) await other.Post($"{At(one)}/{act}", ("name", "Mine"), ("day", "2027-03-04"), ("at", "07:30"), ("minutes", "45"), ("zone", "UTC"));
        }
        var after = await world.Read(db => db.The<OneToOne>().SingleAsync(o => o.Id == one.Id));
        Assert.Equal((one.WithId, null, null), (after.WithId, after.HeldAt, after.LeftAt));
        Assert.Equal(HttpStatusCode.OK, (await world.Ruth.Get(At(one))).Status);
        Assert.DoesNotContain("With Wen", (await world.Ruth.Get("/c/millbrook/search?q=Wen")).Main, StringComparison.Ordinal);
        Assert.False(await world.Read(db => db.The<JournalEntry>().AnyAsync(j => j.Subject == one.Id.Value)));
    }

    [Fact]
    public async Task Somebody_who_is_not_here_yet_goes_by_a_name()
    {
        var one = await Plan(world.Ruth, "Grandmother Ida");
        Assert.Equal(((Id<Actor>?)null, "Grandmother Ida"), (one.WithId, one.WithName));
        var page = await world.Ruth.Get(At(one));
        Assert.Equal("With Grandmother Ida", page.Heading);
        Assert.Null(page.Page.QuerySelector("#shared"));
    }

    [Theory]
    [InlineData("", "2027-03-04", "07:30", "name", "Say whom you want to meet")]
    [InlineData("Wen Li", "", "", "day", "Say when")]
    [InlineData("Wen Li", "2027-03-04", "", "at", "")]
    [InlineData("Wen Li", "2027-13-04", "07:30", "day", "")]
    [InlineData("Ruth Abara", "2027-03-04", "07:30", "name", "That is you")]
    public async Task What_cannot_be_is_said_on_its_field_and_everything_typed_is_kept(string name, string day, string at, string field, string said)
    {
        var page = await world.Ruth.Post(List, ("name", name), ("day", day), ("at", at), ("minutes", "45"), ("zone", "UTC"), ("purpose", "To ask about the vans"), ("kind", "Recruit"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(said, page.Page.QuerySelector($"#{field}-w")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("To ask about the vans", page.Page.QuerySelector("#purpose")!.TextContent);
        Assert.NotNull(page.Page.QuerySelector("input[value=Recruit][checked]"));
    }

    [Fact]
    public async Task Of_several_with_one_name_it_is_asked_which()
    {
        var (one, other) = (await world.Newcomer("Noa Twin"), await world.Newcomer("Noa Twin"));
        var asked = await world.Ruth.Post(List, ("name", "Noa Twin"), ("day", "2027-03-04"), ("at", "07:30"), ("minutes", "45"), ("zone", "UTC"));
        Assert.Equal(2, asked.Page.QuerySelectorAll("#person input").Length);
        await world.Ruth.Submit(asked, "/one-to-ones", ("person", other.Person.Id.ToString()));
        Assert.Equal(other.Person.ActorId, (await Latest()).WithId);
        Assert.NotEqual(one.Person.ActorId, other.Person.ActorId);
    }

    [Fact]
    public async Task What_the_other_shares_with_me_is_there_and_nothing_else()
    {
        var (here, self) = (CircleWorld.Own("I mend nets"), CircleWorld.Own("I am afraid of water"));
        await world.Writes.Do(unit => Task.FromResult(unit.Portray(world.Wen.Person.Id, world.Wen.Person.ActorId, Facet.Offer, new Opening(here, world.Millbrook.ScopeId, ""))));
        await world.Writes.Do(unit => Task.FromResult(unit.Portray(world.Wen.Person.Id, world.Wen.Person.ActorId, Facet.Care, new Opening(self, world.Wen.Person.ScopeId, ""))));
        var page = await world.Ruth.Get(At(await Plan(world.Ruth, "Wen Li")));
        Assert.Contains(here, page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain(self, page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_has_the_sentence_of_what_it_is_for_and_the_five_questions_and_room_for_ones_own()
    {
        var sentence = new OrganizingSentence("night staff", "halve the wait", "joining handovers", "corridors are no place", "by midsummer");
        var initiative = await world.Writes.Do(async unit =>
        {
            var id = await unit.BeginInitiative(world.Ruth.Person.ActorId, world.Millbrook.Id, world.Millbrook.ScopeId, "Handover");
            await unit.WordSentence(world.Ruth.Person.ActorId, id, sentence, 0);
            return id;
        });
        var one = await Plan(world.Ruth, "Wen Li", ("initiative", initiative.ToString()));
        var card = await world.Ruth.Get($"{At(one)}/card");
        Assert.Contains("We, night staff, will halve the wait", card.Main, StringComparison.Ordinal);
        Assert.Equal(6, card.Page.QuerySelectorAll(".card")[0].QuerySelectorAll("li").Length);
        Assert.Equal(5, card.Page.QuerySelectorAll(".card")[1].QuerySelectorAll("li").Length);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Bea.Post(List, ("name", "Wen Li"), ("day", "2027-03-04"), ("at", "07:30"), ("minutes", "45"), ("zone", "UTC"), ("initiative", Id<Initiative>.New().ToString()))).Status);
    }

    [Fact]
    public async Task Notes_are_asked_for_that_nothing_of_this_page_could_ever_send_and_the_card_shows_them()
    {
        var (one, been) = (await Plan(world.Ruth, "Wen Li"), await Plan(world.Ruth, "Wen Li", ("day", "2020-03-04"), ("been", "yes")));
        var page = await world.Ruth.Get(At(one));
        Assert.Equal(OwnWords.Before, page.Page.QuerySelectorAll($"[data-note='{one.Id}'] [data-note-field]").Select(f => f.GetAttribute("data-note-field")));
        Assert.All(page.Page.QuerySelectorAll("[data-note-field]"), f => Assert.Null(f.GetAttribute("name")));
        Assert.Contains("What I heard", (await world.Ruth.Get(At(been))).Main, StringComparison.Ordinal);
        Assert.Equal(OwnWords.Before, (await world.Ruth.Get($"{At(one)}/card")).Page.QuerySelectorAll(".card [data-note-shown]").Select(f => f.GetAttribute("data-note-shown")));
    }

    [Fact]
    public async Task Afterwards_it_is_asked_whether_they_met_and_whether_the_other_was_thanked()
    {
        var one = await Plan(world.Ruth, "Bea Lindqvist", ("day", "2020-03-04"));
        var page = await world.Ruth.Submit(await world.Ruth.Get(At(one)), $"{one.Id}/meeting");
        Assert.Contains("A word of thanks", page.Main, StringComparison.Ordinal);
        Assert.Contains("Bea Lindqvist", (await world.Ruth.Get(List)).Main, StringComparison.Ordinal);
        page = await world.Ruth.Submit(page, $"{one.Id}/thanks");
        Assert.Contains("and thanked them", page.Main, StringComparison.Ordinal);
        page = await world.Ruth.Submit(page, $"{one.Id}/thanks/ending");
        page = await world.Ruth.Submit(page, $"{one.Id}/meeting/ending");
        page = await world.Ruth.Submit(page, $"{one.Id}/leaving");
        Assert.Contains("It came to nothing", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commitment_is_made_on_it()
    {
        var one = await Plan(world.Ruth, "Bea Lindqvist");
        var promise = await world.Ruth.Get($"/c/millbrook/commitments/new?on={one.Id}");
        Assert.Equal(HttpStatusCode.OK, promise.Status);
        Assert.DoesNotContain("With Bea", (await world.Wen.Get($"/c/millbrook/commitments/new?on={one.Id}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_taken_down_comes_back_for_whoever_planned_it_until_it_says_nothing_any_more()
    {
        var one = await Plan(world.Ruth, "Grandmother Ida");
        await world.Ruth.Submit(await world.Ruth.Get(At(one)), $"{one.Id}/deletion");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get(At(one))).Status);
        Assert.Contains("Grandmother Ida", (await world.Ruth.Get("/c/millbrook/bin")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Grandmother Ida", (await world.Ines.Get("/c/millbrook/bin")).Main, StringComparison.Ordinal);
        await world.Ruth.Post($"{At(one)}/restoration");
        Assert.Equal(HttpStatusCode.OK, (await world.Ruth.Get(At(one))).Status);
        await world.Ruth.Post($"{At(one)}/deletion");
        await world.Writes.Do(unit => unit.Db.The<Thing>().Where(t => t.Id == one.Id.As<Thing>()).ExecuteUpdateAsync(t => t.SetProperty(x => x.DeletedAt, unit.Now.AddDays(-31))));
        await world.Work(OneToOnePurging.KindOfWork, one.Id.Value);
        Assert.Equal("", await world.Read(db => db.The<OneToOne>().Where(o => o.Id == one.Id).Select(o => o.WithName).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_goes_with_their_words_takes_theirs_along_and_those_of_others_say_nothing_of_who_it_was()
    {
        var joss = await world.Newcomer("Joss Goer");
        var (own, about) = (await Plan(joss, "Wen Li"), await Plan(world.Ruth, "Joss Goer"));
        await world.Writes.Do(unit => unit.EraseWords([joss.Person.ActorId]));
        await world.Writes.Do(async unit => (await unit.Db.The<Actor>().AsTracking().SingleAsync(a => a.Id == joss.Person.ActorId)).Erase(unit.Now));
        Assert.Equal(HttpStatusCode.NotFound, (await joss.Get(At(own))).Status);
        Assert.Equal((Id<Actor>?)null, await world.Read(db => db.The<OneToOne>().Where(o => o.Id == own.Id).Select(o => o.WithId).SingleAsync()));
        Assert.Equal("With somebody who has left", (await world.Ruth.Get(At(about))).Heading);
    }

    private static string At(OneToOne one) => OneToOneSteps.At(one);

    private Task<OneToOne> Latest() => world.Read(db => db.The<OneToOne>().OrderByDescending(o => o.Id).FirstAsync());

    private Task<OneToOne> Plan(Visitor by, string name, params (string, string)[] more) => world.Plan(by, name, more);
}
