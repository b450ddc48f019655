using System.Net;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Preparing;
using Leaderful.Prompts;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.OpenSpace.Preparing;

/// <summary>Sponsors and facilitators answer the questions together; nobody else reads what they say.</summary>
public class QuestionTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task An_answer_says_who_wrote_it_and_reaches_only_those_who_prepare()
    {
        var (id, words) = (await world.Space(), CircleWorld.Own("Three nurses left"));
        await world.Give(id, world.Wen, SpacePart.Sponsor);
        await world.Give(id, world.Bea, SpacePart.Scribe);
        var path = $"{OpenSpaces.Path(id)}/preparing/questions";
        await world.Ruth.Submit(await world.Ruth.Get(path), "/questions/why", ("text-why", words));
        foreach (var reader in new[] { world.Ruth, world.Wen })
        {
            var page = await reader.Get(path);
            Assert.Equal(words, page.Page.QuerySelector("#text-why")!.TextContent);
            Assert.Contains("Ruth Abara", page.Page.QuerySelector("#q-why")!.TextContent, StringComparison.Ordinal);
        }
        Assert.Contains("One is answered.", (await world.Wen.Get($"{OpenSpaces.Path(id)}/preparing")).Main, StringComparison.Ordinal);
        foreach (var other in new[] { world.Bea, world.Hanna, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{path}/why", ("text-why", "Mine"))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{OpenSpaces.Path(id)}/preparing/theme", ("title", "Mine"))).Status);
        }
        foreach (var outside in new[] { world.Anyone(), await world.Guest(id) }) Assert.Contains("/sign-in", (await outside.Get(path)).Location, StringComparison.Ordinal);
        Assert.DoesNotContain(words, (await world.Bea.Get($"{OpenSpaces.Path(id)}/preparing")).Text, StringComparison.Ordinal);
        Assert.Equal(words, await Text(id, "why"));
    }

    [Fact]
    public async Task The_second_of_two_is_told_and_nothing_is_lost()
    {
        var id = await world.Space();
        await world.Give(id, world.Wen, SpacePart.Sponsor);
        var path = $"{OpenSpaces.Path(id)}/preparing/questions";
        var (mine, theirs) = (await world.Ruth.Get(path), await world.Wen.Get(path));
        await world.Wen.Submit(theirs, "/questions/why", ("text-why", "Wen’s reason"));
        var told = await world.Ruth.Submit(mine, "/questions/why", ("text-why", "Ruth’s reason"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Equal("Ruth’s reason", told.Page.QuerySelector("#text-why")!.TextContent);
        Assert.Contains("Wen’s reason", told.Page.QuerySelector("#q-why blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Wen’s reason", await Text(id, "why"));
        Assert.Equal("hidden", told.Page.QuerySelector("#q-why input[name=edition]")!.GetAttribute("type"));
        await world.Ruth.Submit(told, "/questions/why");
        Assert.Equal("Ruth’s reason", await Text(id, "why"));
        // Another question is another matter.
        await world.Wen.Submit(theirs, "/questions/form", ("text-form", "Yes, it is"));
        Assert.Equal("Yes, it is", await Text(id, "form"));
    }

    [Fact]
    public async Task The_calling_question_is_what_the_gathering_is_called()
    {
        var id = await world.Space("Before");
        var (path, title) = ($"{OpenSpaces.Path(id)}/preparing", CircleWorld.Own("What would let the night sleep?"));
        await world.Give(id, world.Wen, SpacePart.Sponsor);
        var old = await world.Ruth.Get($"{path}/questions");
        await world.Wen.Submit(await world.Wen.Get($"{path}/questions"), "/preparing/theme", ("title", title));
        Assert.Equal(title, (await world.Bea.Get(OpenSpaces.Path(id))).Heading);
        var told = await world.Ruth.Submit(old, "/preparing/theme", ("title", "Another"));
        Assert.Contains(title, told.Page.QuerySelector("#title-w")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Another", told.Page.QuerySelector("#title")!.GetAttribute("value"));
        foreach (var odd in new[] { "", new string('x', 10_000) }) Assert.NotNull((await world.Ruth.Post($"{path}/theme", ("title", odd))).Page.QuerySelector("#title-w"));
        var gathering = await world.Read(db => db.The<Gathering>().SingleAsync(g => g.Id == id.As<Gathering>()));
        Assert.Equal((title, "Canteen", world.Day()), (gathering.Title, gathering.Place, gathering.Day!.Value));
    }

    [Fact]
    public async Task Too_much_is_refused_as_it_was_typed_and_an_answer_may_be_taken_back_to_nothing()
    {
        var id = await world.Space();
        var path = $"{OpenSpaces.Path(id)}/preparing/questions";
        var much = new string('x', 10_000);
        var again = await world.Ruth.Post($"{path}/why", ("text-why", much));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, much), (again.Status, again.Page.QuerySelector("#text-why")!.TextContent));
        Assert.Contains("at most 4,000", again.Page.QuerySelector("#text-why-w")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await Text(id, "why"));
        // What was refused for its length is still told of when somebody wrote meanwhile.
        await world.Writes.Do(unit => unit.AnswerPreparing(world.Wen.Person.ActorId, id, new AskedOf("form"), "Meanwhile"));
        var refused = await world.Ruth.Post($"{path}/form", ("text-form", much), ("edition", "0"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Submit(refused, "/questions/form", ("text-form", "Shorter"))).Status);
        Assert.Equal("Meanwhile", await Text(id, "form"));
        await world.Writes.Do(unit => unit.AnswerPreparing(world.Wen.Person.ActorId, id, new AskedOf("form"), ""));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{path}/nothing", ("text-nothing", "x"))).Status);
        await world.Ruth.Post($"{path}/why", ("text-why", "Because"));
        await world.Ruth.Post($"{path}/why", ("text-why", "  "));
        Assert.Equal("", await Text(id, "why"));
        Assert.Contains("None is answered yet.", (await world.Ruth.Get($"{OpenSpaces.Path(id)}/preparing")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_asked_any_more_stays_under_its_question()
    {
        var other = await world.Newcomer("Own Steward");
        var (community, set) = (await world.Found(other, "Own words", $"own-{Guid.NewGuid():N}"), HousePrompts.Find(HousePrompts.Preparing)!);
        var id = (await world.Writes.Do(unit => unit.CallGathering(other.Person.ActorId, community.Id, new GatheringHost(community.ScopeId), new GatheringWish(GatheringKind.OpenSpace, "Ours", null)))).As<Space>();
        var path = $"/c/{community.Slug}/gatherings/{id}/preparing/questions";
        await world.Writes.Do(unit => unit.RewordPrompts(community.Id, other.Person.ActorId, set, new PromptWish("en", [new("why", "Why us?", ""), new("form", "Which form?", "")]), null));
        await other.Post($"{path}/why", ("text-why", "Because we may"));
        var first = (await world.Read(db => db.CurrentSet(community.Id, set.Key)))!.Id;
        await world.Writes.Do(unit => unit.RewordPrompts(community.Id, other.Person.ActorId, set, new PromptWish("en", [new("form", "Which form?", "")]), first));
        var page = await other.Get(path);
        Assert.Null(page.Page.QuerySelector("#text-why"));
        var former = page.Page.QuerySelector(".answers")!.TextContent;
        Assert.Contains("Why us?", former, StringComparison.Ordinal);
        Assert.Contains("Because we may", former, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_seen_to_is_ticked_by_those_who_hold_it_and_unticked_again()
    {
        var id = await world.Space();
        await world.Give(id, world.Wen, SpacePart.Sponsor);
        var path = $"{OpenSpaces.Path(id)}/preparing/checklist";
        await world.Ruth.Submit(await world.Ruth.Get(path), "/checklist/food");
        var page = await world.Ruth.Get(path);
        Assert.Equal("true", page.Page.QuerySelector("#tick-food button")!.GetAttribute("aria-pressed"));
        Assert.Contains("Ruth Abara", page.Page.QuerySelector("#tick-food")!.TextContent, StringComparison.Ordinal);
        foreach (var other in new[] { world.Wen, world.Bea, world.Hanna, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{path}/wall")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{path}/food/ending")).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{path}/nothing")).Status);
        Assert.Equal(["food"], await world.Read(db => db.The<ChecklistTick>().Where(t => t.SpaceId == id).Select(t => t.Key).ToListAsync()));
        await world.Ruth.Submit(page, "/checklist/food/ending");
        Assert.False(await world.Read(db => db.The<ChecklistTick>().AnyAsync(t => t.SpaceId == id)));
    }

    private Task<string?> Text(Id<Space> id, string key) => world.Read(db => db.The<PreparingAnswer>().Where(a => a.SpaceId == id && a.Key == key).Select(a => (string?)a.Text).SingleOrDefaultAsync());
}
