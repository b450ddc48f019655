using System.Net;
using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Initiatives;
using Leaderful.Initiatives.Sentences;
using Leaderful.Initiatives.Teams;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Initiatives;

/// <summary>What people want to bring about: begun with a name, carried by whoever wants to, held together by a sentence.</summary>
public class InitiativeTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private const string List = "/c/millbrook/initiatives";
    private static readonly (string, string)[] Five =
        [("who", "night and day staff"), ("what", "halve the wait between ward and van"), ("how", "joining handovers"), ("why", "nobody should begin the day in a corridor"), ("when", "by midsummer")];

    [Fact]
    public async Task A_name_is_enough_and_the_community_sees_it_and_nobody_else()
    {
        var name = CircleWorld.Own("Handover");
        var page = await world.Ruth.Submit(await world.Ruth.Get($"{List}/new"), "/initiatives", ("title", name));
        Assert.Equal(name, page.Heading);
        Assert.Contains("Ruth Abara", page.Page.QuerySelector("section:has(#team)")!.TextContent, StringComparison.Ordinal);
        var id = await Named(name);
        Assert.Contains(name, (await world.Bea.Get(List)).Main, StringComparison.Ordinal);
        Assert.Contains(name, (await world.Bea.Get($"/c/millbrook/search?q={name.Split(' ')[1]}")).Main, StringComparison.Ordinal);
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await other.Get(At(id))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Get($"/c/harbour/initiatives/{id}")).Status);
    }

    [Fact]
    public async Task Without_a_name_it_is_refused_and_what_was_typed_is_kept()
    {
        var page = await world.Ruth.Post(List, ("title", " "), ("purpose", "So that nights are ours"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Give it a name", page.Page.QuerySelector("#title-w")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("So that nights are ours", page.Page.QuerySelector("#purpose")!.TextContent);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Post(List, ("title", new string('x', 10_000)))).Status);
    }

    [Fact]
    public async Task A_circle_keeps_one_to_itself()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var id = await Begin(world.Ruth, circle.ScopeId);
        Assert.Equal(HttpStatusCode.OK, (await world.Wen.Get(At(id))).Status);
        foreach (var other in world.Others) Assert.NotEqual(HttpStatusCode.OK, (await other.Get(At(id))).Status);
        await world.Wen.Post($"{At(id)}/team");
        await world.Wen.Post($"{CircleWorld.Path(circle)}/membership/ending");
        Assert.DoesNotContain("Wen Li", (await world.Ruth.Get(At(id))).Page.QuerySelector("section:has(#team)")!.TextContent, StringComparison.Ordinal);
        await world.Wen.Post($"{CircleWorld.Path(circle)}/membership/return");
        Assert.Contains("Wen Li", (await world.Ruth.Get(At(id))).Page.QuerySelector("section:has(#team)")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_sentence_has_five_parts_and_every_wording_is_kept()
    {
        var id = await Begin(world.Ruth);
        var missing = await world.Ruth.Post($"{At(id)}/sentence", Five[..4]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.Status);
        Assert.Contains("Say by when", missing.Page.QuerySelector("#when-w")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("joining handovers", missing.Page.QuerySelector("#how")!.TextContent);
        var page = await world.Ruth.Submit(await world.Ruth.Get($"{At(id)}/sentence"), "/sentence", Five);
        Assert.Equal("We, night and day staff, will halve the wait between ward and van by joining handovers, because nobody should begin the day in a corridor; by midsummer.",
            page.Page.QuerySelector("section:has(#sentence) .sentence")!.TextContent.Trim());
        await world.Ruth.Submit(await world.Ruth.Get($"{At(id)}/sentence"), "/sentence", ("when", "by the first frost"));
        var all = await world.Bea.Get($"{At(id)}/sentences");
        Assert.Equal(2, all.Page.QuerySelectorAll(".sentence").Length);
        Assert.Contains("first frost", all.Page.QuerySelector(".sentence")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("midsummer", all.Main, StringComparison.Ordinal);
        Assert.Contains("first frost", (await world.Bea.Get(List)).Main, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await world.Hanna.Get($"{At(id)}/sentences")).Status);
    }

    [Fact]
    public async Task Two_who_word_it_at_once_both_see_what_the_other_wrote()
    {
        var id = await Begin(world.Ruth);
        await world.Wen.Post($"{At(id)}/team");
        var (one, other) = (await world.Ruth.Get($"{At(id)}/sentence"), await world.Wen.Get($"{At(id)}/sentence"));
        await world.Ruth.Submit(one, "/sentence", Five);
        var asked = await world.Wen.Submit(other, "/sentence", [.. Five[..4], ("when", "by autumn")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("midsummer", asked.Page.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("by autumn", asked.Page.QuerySelector("#when")!.TextContent);
        await world.Wen.Submit(asked, "/sentence");
        Assert.Contains("autumn", (await world.Ruth.Get(At(id))).Page.QuerySelector("section:has(#sentence)")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_sees_it_joins_and_lays_it_down_and_only_its_team_changes_it()
    {
        var id = await Begin(world.Ruth);
        foreach (var other in new[] { world.Bea, world.Ines, world.Hanna, world.Tove, world.Samir, world.Anyone() })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await other.Get($"{At(id)}/settings")).Status);
            Assert.NotEqual(HttpStatusCode.OK, (await other.Get($"{At(id)}/sentence")).Status);
            await other.Post($"{At(id)}/settings", ("title", "Taken over"));
            await other.Post($"{At(id)}/sentence", Five);
            await other.Post($"{At(id)}/deletion");
        }
        Assert.DoesNotContain("Taken over", (await world.Ruth.Get(At(id))).Main, StringComparison.Ordinal);
        Assert.Null((await world.Ruth.Get(At(id))).Page.QuerySelector(".sentence"));
        var joined = await world.Wen.Submit(await world.Wen.Get(At(id)), "/team");
        Assert.Contains("Wen Li", joined.Page.QuerySelector("section:has(#team)")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ours now", (await world.Wen.Submit(await world.Wen.Get($"{At(id)}/settings"), "/settings", ("title", "Ours now"))).Heading);
        var left = await world.Wen.Submit(await world.Wen.Get(At(id)), "/team/ending");
        Assert.DoesNotContain("Wen Li", left.Page.QuerySelector("section:has(#team)")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Post($"{At(id)}/settings", ("title", "Once more"))).Status);
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir, world.Anyone() }) await other.Post($"{At(id)}/team");
        Assert.Single(await world.Read(db => db.TeamOf(id)));
    }

    [Fact]
    public async Task Two_who_change_its_title_at_once_lose_nothing()
    {
        var id = await Begin(world.Ruth);
        await world.Wen.Post($"{At(id)}/team");
        var (one, other) = (await world.Ruth.Get($"{At(id)}/settings"), await world.Wen.Get($"{At(id)}/settings"));
        await world.Ruth.Submit(one, "/settings", ("title", "The one"));
        var asked = await world.Wen.Submit(other, "/settings", ("title", "The other"));
        Assert.Contains("The one", asked.Page.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("The other", (await world.Wen.Submit(asked, "/settings")).Heading);
    }

    [Fact]
    public async Task What_is_taken_down_comes_back_until_its_words_go()
    {
        var id = await Begin(world.Ruth);
        await world.Ruth.Submit(await world.Ruth.Get($"{At(id)}/sentence"), "/sentence", Five);
        await world.Ruth.Submit(await world.Ruth.Get(At(id)), "/deletion");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Get(At(id))).Status);
        Assert.Contains($"{id}/restoration", (await world.Ruth.Get("/c/millbrook/bin")).Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(id.ToString(), (await world.Bea.Get("/c/millbrook/bin")).Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{At(id)}/restoration")).Status);
        await world.Ruth.Post($"{At(id)}/restoration");
        Assert.Equal(HttpStatusCode.OK, (await world.Bea.Get(At(id))).Status);
        await world.Writes.Do(unit => unit.TakeDownInitiative(world.Ruth.Person.ActorId, id));
        await world.Writes.Do(unit => unit.Db.The<Thing>().Where(t => t.Id == id.As<Thing>()).ExecuteUpdateAsync(t => t.SetProperty(x => x.DeletedAt, unit.Now.AddDays(-31))));
        await world.Work(InitiativePurging.KindOfWork, id.Value);
        Assert.Equal(("", 0), await world.Read(async db => (await db.The<Initiative>().Where(i => i.Id == id).Select(i => i.Title).SingleAsync(), await db.The<SentenceVersion>().CountAsync(s => s.InitiativeId == id))));
    }

    [Fact]
    public async Task A_steward_takes_down_only_what_nobody_carries()
    {
        var id = await Begin(world.Ruth);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Post($"{At(id)}/deletion")).Status);
        await world.Ruth.Post($"{At(id)}/team/ending");
        await world.Ines.Submit(await world.Ines.Get(At(id)), "/deletion");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get(At(id))).Status);
    }

    [Fact]
    public async Task People_speak_of_it_promise_on_it_and_hang_pages_on_it()
    {
        var id = await Begin(world.Ruth);
        var all = world.Millbrook.ScopeId.ToString();
        await world.Wen.Post("/c/millbrook/commitments", ("what", "Ask the porters"), ("by", "week"), ("on", id.ToString()), ("to", all));
        await world.Wen.Post("/c/millbrook/conversations", ("title", "How do we begin?"), ("text", "Well?"), ("about", id.ToString()), ("to", all));
        await world.Wen.Post("/c/millbrook/pages", ("title", "Our plan"), ("on", id.ToString()), ("to", all));
        var page = await world.Bea.Get(At(id));
        foreach (var words in new[] { "Ask the porters", "How do we begin?", "Our plan" }) Assert.Contains(words, page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Initiative", (await world.Hanna.Get($"/c/harbour/conversations/new?about={id}")).Page.QuerySelector("main form")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_goes_with_their_words_takes_what_only_they_carried_and_leaves_the_others_theirs()
    {
        var wen = await world.Newcomer("Wendell Ashe");
        var (alone, shared) = (await Begin(wen), await Begin(wen));
        await wen.Submit(await wen.Get($"{At(shared)}/sentence"), "/sentence", Five);
        await wen.Submit(await wen.Get($"{At(shared)}/sentence"), "/sentence", ("when", "by the first frost"));
        await world.Bea.Post($"{At(shared)}/team");
        await world.Writes.Do(unit => unit.EraseWords([wen.Person.ActorId]));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Get(At(alone))).Status);
        var page = await world.Bea.Get($"{At(shared)}/sentences");
        Assert.Contains("first frost", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("midsummer", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_leaves_the_community_carries_it_no_more_and_whoever_comes_back_does_again()
    {
        var joss = await world.Newcomer();
        var id = await Begin(world.Ruth);
        await joss.Post($"{At(id)}/team");
        await joss.Post("/c/millbrook/leaving");
        Assert.DoesNotContain("Joss", (await world.Ruth.Get(At(id))).Page.QuerySelector("section:has(#team)")!.TextContent, StringComparison.Ordinal);
        await joss.Post("/c/millbrook/return");
        Assert.Contains("Joss", (await world.Ruth.Get(At(id))).Page.QuerySelector("section:has(#team)")!.TextContent, StringComparison.Ordinal);
    }

    private static string At(Id<Initiative> id) => $"{List}/{id}";

    private Task<Id<Initiative>> Named(string title) => world.Read(db => db.The<Initiative>().Where(i => i.Title == title).Select(i => i.Id).SingleAsync());

    private Task<Id<Initiative>> Begin(Visitor by, Id<Scope>? rung = null) =>
        world.Writes.Do(unit => unit.BeginInitiative(by.Person.ActorId, world.Millbrook.Id, rung ?? world.Millbrook.ScopeId, CircleWorld.Own("Initiative")));
}
