using System.Net;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Debriefs;
using Leaderful.Prompts;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Crawl;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.OpenSpace.Debriefs;

/// <summary>Sponsors and facilitators talk it over among themselves, and give it to others when they like.</summary>
public class DebriefTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task It_begins_once_the_space_is_closed_and_is_there_for_those_who_talk()
    {
        var id = await world.Space();
        await world.Give(id, world.Wen, SpacePart.Sponsor);
        await world.Give(id, world.Bea, SpacePart.Scribe);
        var path = $"{OpenSpaces.Path(id)}/debrief";
        Assert.Null((await world.Ruth.Get(path)).Page.QuerySelector("form[action$='/debrief']"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post(path)).Status);
        await world.Writes.Do(unit => unit.Reach(world.Ruth.Person.ActorId, id, Stage.Closed));
        await Nobody_else(id, path);
        var begun = await world.Wen.Submit(await world.Wen.Get(path), "/debrief");
        Assert.Equal(6, begun.Page.QuerySelectorAll("ol.debrief > li").Length);
        Assert.Equal(HttpStatusCode.OK, (await world.Ruth.Get(path)).Status);
        await Nobody_else(id, path);
        await world.Wen.Submit(begun, "/beginning/withdrawal");
        Assert.False(await world.Read(db => db.The<DebriefConversation>().AnyAsync(d => d.Id == id.As<DebriefConversation>())));
    }

    [Fact]
    public async Task An_answer_reaches_nobody_else_until_it_is_released_and_is_taken_back_again()
    {
        var (id, words) = (await world.Talk(), CircleWorld.Own("More came than we thought"));
        var path = $"{OpenSpaces.Path(id)}/debrief";
        var next = await world.Ruth.Submit(await world.Ruth.Get($"{path}/questions/results"), "/questions/results", ("text", words));
        Assert.NotNull(next.Page.QuerySelector("form[action$='/questions/leadership']"));
        Assert.Contains("not who", next.Main, StringComparison.Ordinal);
        var seen = await world.Wen.Get(path);
        Assert.Contains(words, seen.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Ruth Abara", seen.Main, StringComparison.Ordinal);
        await Nobody_else(id, path);
        foreach (var other in world.Others) Assert.DoesNotContain(words, (await other.Get($"{path}/card")).Text, StringComparison.Ordinal);

        var released = await world.Wen.Submit(seen, "/release");
        foreach (var reader in new[] { world.Bea, world.Ines })
        {
            var page = await reader.Get(path);
            Assert.Contains(words, page.Main, StringComparison.Ordinal);
            Assert.Empty(page.Page.QuerySelectorAll("main form"));
            Assert.Equal(HttpStatusCode.NotFound, (await reader.Get($"{path}/questions/results")).Status);
            foreach (var act in Acts) Assert.Equal(HttpStatusCode.NotFound, (await reader.Post($"{path}{act}", ("text", "Mine"))).Status);
        }
        foreach (var far in new[] { world.Hanna, world.Tove, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await far.Get(path)).Status);
        Assert.Contains("/sign-in", (await (await world.Guest(id)).Get(path)).Location, StringComparison.Ordinal);
        await world.Wen.Submit(released, "/release/withdrawal");
        await Nobody_else(id, path);
        Assert.Equal(words, await Text(id, "results"));
    }

    [Fact]
    public async Task Whoever_says_no_or_already_so_is_not_asked_the_last_three()
    {
        var (id, secret) = (await world.Talk(), CircleWorld.Own("We let go too late"));
        var path = $"{OpenSpaces.Path(id)}/debrief";
        await Hidden(id, path, world.Ruth);
        await Choose(path, "no");
        await Hidden(id, path, world.Ruth);
        Assert.NotNull((await world.Ruth.Get($"{path}/questions/we-keep")).Page.QuerySelector("#text"));
        await Choose(path, "already-so");
        await Hidden(id, path, world.Ruth);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get($"{path}/questions/we-keep")).Status);
        Assert.NotNull((await world.Ruth.Get($"{path}/questions/keeps-so")).Page.QuerySelector("#text"));
        await Choose(path, "yes");
        Assert.Equal(9, (await world.Ruth.Get(path)).Page.QuerySelectorAll("ol.debrief > li").Length);
        await world.Ruth.Post($"{path}/questions/not-ready", ("text", secret));
        Assert.Contains(secret, (await world.Wen.Get(path)).Main, StringComparison.Ordinal);
        // Said otherwise later, it is kept and shown to nobody, released or not.
        await Choose(path, "no");
        await world.Ruth.Post($"{path}/release");
        foreach (var reader in new[] { world.Ruth, world.Wen, world.Bea }) Assert.DoesNotContain(secret, (await reader.Get(path)).Text, StringComparison.Ordinal);
        await Hidden(id, path, world.Ruth);
        await Choose(path, "yes");
        Assert.Contains(secret, (await world.Bea.Get(path)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_is_told_and_nothing_is_lost()
    {
        var path = $"{OpenSpaces.Path(await world.Talk())}/debrief/questions/vision";
        var (mine, theirs) = (await world.Ruth.Get(path), await world.Wen.Get(path));
        await world.Wen.Submit(theirs, "/vision", ("text", "In the silence"));
        var told = await world.Ruth.Submit(mine, "/vision", ("text", "In the noise"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Equal("In the noise", told.Page.QuerySelector("#text")!.TextContent);
        Assert.Contains("In the silence", told.Page.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Wen Li", told.Main, StringComparison.Ordinal);
        await world.Ruth.Submit(told, "/vision");
        Assert.Equal("In the noise", (await world.Wen.Get(path)).Page.QuerySelector("#text")!.TextContent);
        var much = new string('x', 10_000);
        var again = await world.Ruth.Post(path, ("text", much));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, much), (again.Status, again.Page.QuerySelector("#text")!.TextContent));
        foreach (var odd in new[] { "nothing", "everyday-no", new string('x', 500) }) Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post(path.Replace("vision", odd, StringComparison.Ordinal), ("text", "x"))).Status);
    }

    [Fact]
    public async Task A_question_stays_as_it_was_asked()
    {
        var own = await world.Newcomer("Own Steward");
        var (community, set) = (await world.Found(own, "Own words", $"talk-{Guid.NewGuid():N}"), HousePrompts.Find(HousePrompts.Debrief)!);
        var wish = new GatheringWish(GatheringKind.OpenSpace, "Ours", null);
        var id = (await world.Writes.Do(unit => unit.CallGathering(own.Person.ActorId, community.Id, new GatheringHost(community.ScopeId), wish))).As<Space>();
        var path = $"/c/{community.Slug}/gatherings/{id}/debrief";
        await Reword("How was it then?", null);
        await world.Writes.Do(unit => unit.Reach(own.Person.ActorId, id, Stage.Closed));
        await own.Post(path);
        await Reword("How is it now?", (await world.Read(db => db.CurrentSet(community.Id, set.Key)))!.Id);
        foreach (var page in new[] { path, $"{path}/questions/results", $"{path}/card" })
        {
            var main = (await own.Get(page)).Main;
            Assert.Contains("How was it then?", main, StringComparison.Ordinal);
            Assert.DoesNotContain("How is it now?", main, StringComparison.Ordinal);
        }

        Task Reword(string first, Id<PromptSet>? seen) => world.Writes.Do(unit => unit.RewordPrompts(community.Id, own.Person.ActorId, set, new PromptWish("en", [.. set.Prompts.Select(p => new PromptWords(p.Key, p.Key == "results" ? first : $"About {p.Key}", ""))]), seen));
    }

    [Fact]
    public async Task What_they_would_grow_becomes_a_commitment_that_only_its_doer_accepts()
    {
        var (id, line) = (await world.Talk(), CircleWorld.Own("A free hour a week"));
        var path = $"{OpenSpaces.Path(id)}/debrief";
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get($"{path}/commitments/new?line=0")).Status);
        await Choose(path, "yes");
        await world.Ruth.Post($"{path}/questions/growing", ("text", $"- Listen first\n\n- {line}"));
        var page = await world.Ruth.Get(path);
        Assert.Equal(2, page.Page.QuerySelectorAll("[href*='/commitments/new?line=']").Length);
        var form = await world.Ruth.Get($"{path}/commitments/new?line=1");
        Assert.Equal(line, form.Page.QuerySelector("#what")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Post($"{path}/commitments", ("what", line), ("doer", world.Bea.Person.ActorId.ToString()), ("by", "week"))).Status);
        foreach (var other in new[] { world.Bea, world.Ines, world.Hanna, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{path}/commitments", ("what", "Mine"), ("doer", world.Wen.Person.ActorId.ToString()), ("by", "week"))).Status);
        await world.Ruth.Submit(form, "/debrief/commitments", ("doer", world.Wen.Person.ActorId.ToString()));
        var made = await world.Read(db => db.The<Leaderful.Commitments.Commitment>().SingleAsync(c => c.What == line));
        Assert.True(made.IsOffered);
        Assert.Equal((world.Wen.Person.ActorId, id.As<Thing>()), (made.DoerId, made.OriginId!.Value));
        await world.Wen.Post($"/c/millbrook/commitments/{made.Id}/acceptance");
        Assert.True((await world.Read(db => db.The<Leaderful.Commitments.Commitment>().SingleAsync(c => c.Id == made.Id))).IsOpen);
    }

    [Fact]
    public async Task Its_end_brings_the_space_on_and_is_taken_back()
    {
        var id = await world.Talk();
        var path = $"{OpenSpaces.Path(id)}/debrief";
        var ended = await world.Wen.Submit(await world.Wen.Get(path), "/debrief/ending");
        Assert.Equal(Stage.Debriefed, (await world.Read(id)).Stage);
        foreach (var other in new[] { world.Bea, world.Ines, world.Hanna }) Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{path}/ending/withdrawal")).Status);
        await world.Wen.Submit(ended, "/ending/withdrawal");
        Assert.Equal(Stage.Closed, (await world.Read(id)).Stage);
    }

    [Fact]
    public async Task Its_card_has_the_nine_questions_and_every_page_is_in_order()
    {
        var id = await world.Talk();
        var path = $"{OpenSpaces.Path(id)}/debrief";
        var card = await world.Bea.Get($"{path}/card");
        Assert.Equal((9, 3), (card.Page.QuerySelectorAll(".card-questions .asked > li").Length, card.Page.QuerySelectorAll(".card-ways > li").Length));
        await Choose(path, "yes");
        await world.Ruth.Post($"{path}/questions/growing", ("text", "Patience"));
        foreach (var page in new[] { "", "/card", "/questions/everyday", "/questions/growing", "/commitments/new?line=0" }) Assert.Empty(PageRules.Broken(await world.Ruth.Get(path + page), missing: false));
        foreach (var far in new[] { world.Hanna, world.Tove, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await far.Get($"{path}/card")).Status);
    }

    private static readonly string[] Acts = ["", "/questions/results", "/ending", "/ending/withdrawal", "/release", "/release/withdrawal", "/beginning/withdrawal"];

    /// <summary>A scribe, the steward, the neighbours, a stranger and a guest.</summary>
    private async Task Nobody_else(Id<Space> id, string path)
    {
        foreach (var other in new[] { world.Bea, world.Ines, world.Hanna, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{path}/questions/results")).Status);
            foreach (var act in Acts) Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{path}{act}", ("text", "Mine"))).Status);
        }
        foreach (var outside in new[] { world.Anyone(), await world.Guest(id) }) Assert.Contains("/sign-in", (await outside.Get(path)).Location, StringComparison.Ordinal);
    }

    private static async Task Hidden(Id<Space> id, string path, Visitor who)
    {
        foreach (var key in new[] { "now", "not-ready", "growing" })
        {
            Assert.Null((await who.Get(path)).Page.QuerySelector($"#q-{key}"));
            Assert.Equal(HttpStatusCode.NotFound, (await who.Get($"{path}/questions/{key}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await who.Post($"{path}/questions/{key}", ("text", $"Forced {id}"))).Status);
        }
    }

    private async Task Choose(string path, string way) =>
        await world.Ruth.Submit(await world.Ruth.Get($"{path}/questions/everyday"), "/questions/everyday", ("choice", way), ("text", $"Because of {way}"));

    private Task<string> Text(Id<Space> id, string key) => world.Read(db => db.The<DebriefAnswer>().Where(a => a.DebriefId == id.As<DebriefConversation>() && a.Key == key).Select(a => a.Text).SingleAsync());
}
