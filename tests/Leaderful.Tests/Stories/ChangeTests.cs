using System.Net;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Stories;
using Leaderful.Stories.Changes;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Stories;

/// <summary>What changed most: stories are collected, groups choose in rounds and say why, and all stories stay.</summary>
public class ChangeTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private const string List = "/c/millbrook/changes";

    [Fact]
    public async Task Stories_are_put_in_chosen_in_rounds_with_a_reason_and_all_stay()
    {
        var path = await Call(world.Ruth);
        var (one, other) = (await PutIn(world.Wen, path), await PutIn(world.Bea, path));
        await world.Ruth.Submit(await world.Ruth.Get(path), "/round");
        var unsaid = await world.Wen.Post($"{path}/choices", ("round", "1"), ("story", one.ToString()), ("why", ""), ("group", "The night shift"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.Status);
        Assert.Contains("Say why", unsaid.Page.QuerySelector("#why-w")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("The night shift", unsaid.Page.QuerySelector("#group")!.GetAttribute("value"));
        await world.Wen.Submit(await world.Wen.Get(path), "/choices", ("story", one.ToString()), ("why", "It lasted"), ("group", "The night shift"));
        await world.Ruth.Submit(await world.Ruth.Get(path), "/round");

        var second = await world.Bea.Get(path);
        Assert.Equal([one.ToString()], second.Page.QuerySelectorAll("#story input").Select(i => i.GetAttribute("value")));
        foreach (var story in new[] { one, other }) Assert.Contains(Told.At(story), second.Text, StringComparison.Ordinal);
        Assert.Contains("It lasted", second.Main, StringComparison.Ordinal);
        var away = await world.Bea.Post($"{path}/choices", ("round", "2"), ("story", other.ToString()), ("why", "Still this one"));
        Assert.Contains("not in it", away.Main, StringComparison.Ordinal);
        await world.Bea.Submit(second, "/choices", ("story", one.ToString()), ("why", "We agree"));
        var closed = await world.Ruth.Submit(await world.Ruth.Get(path), "/closing");
        foreach (var words in new[] { "It lasted", "We agree", "The night shift, round 1", "Bea Lindqvist, round 2" }) Assert.Contains(words, closed.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{path}/choices", ("round", "2"), ("story", one.ToString()), ("why", "Too late"))).Status);
    }

    [Fact]
    public async Task Only_a_story_that_all_who_choose_can_read_is_put_in_and_only_by_its_teller()
    {
        var path = await Call(world.Ruth);
        var circle = await world.Circle(Joining.Open, world.Wen, world.Ruth);
        foreach (var hidden in new[] { await world.Story(world.Wen, world.Wen.Person.ScopeId), await world.Story(world.Wen, circle.ScopeId) })
            Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Post($"{path}/stories", ("story", hidden.ToString()))).Status);
        var open = await world.Story(world.Wen);
        foreach (var other in new[] { world.Bea, world.Ines, world.Hanna, world.Samir, world.Anyone() }) await other.Post($"{path}/stories", ("story", open.ToString()));
        Assert.False(await world.Read(db => db.The<ChangeStory>().AnyAsync(s => s.StoryId == open)));
    }

    [Fact]
    public async Task A_circles_is_its_own_and_whoever_called_it_leads()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var path = await Call(world.Ruth, circle.ScopeId);
        var story = await world.Story(world.Wen, circle.ScopeId);
        await world.Wen.Post($"{path}/stories", ("story", story.ToString()));
        Assert.Contains(Told.At(story), (await world.Ruth.Get(path)).Text, StringComparison.Ordinal);
        foreach (var act in new[] { "round", "closing", "deletion" }) Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Post($"{path}/{act}", ("round", "0"))).Status);
        foreach (var other in world.Others)
        {
            Assert.NotEqual(HttpStatusCode.OK, (await other.Get(path)).Status);
            foreach (var act in new[] { "round", "choices", "closing", "deletion", "stories" }) await other.Post($"{path}/{act}", ("round", "0"), ("story", story.ToString()), ("why", "Mine"));
        }
        Assert.Equal((0, null), await world.Read(async db => { var c = await db.The<SignificantChange>().SingleAsync(c => c.Id == Of(path)); return (c.Round, c.ClosedAt); }));
    }

    [Fact]
    public async Task A_round_is_taken_back_and_a_story_that_is_no_longer_read_is_not_shown()
    {
        var path = await Call(world.Ruth);
        var story = await PutIn(world.Wen, path);
        await world.Ruth.Submit(await world.Ruth.Get(path), "/round");
        await world.Ruth.Post($"{path}/round/ending");
        Assert.Contains("Put in a story of yours", (await world.Ruth.Get(path)).Main, StringComparison.Ordinal);
        await world.Wen.Post($"{Told.At(story)}/rung", ("scope", world.Wen.Person.ScopeId.ToString()), ("reason", ""));
        Assert.DoesNotContain(Told.At(story), (await world.Ruth.Get(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_down_it_comes_back_until_its_words_go_and_whoever_goes_takes_their_reasons_along()
    {
        var path = await Call(world.Ruth);
        var joss = await world.Newcomer();
        var story = await PutIn(world.Wen, path);
        await world.Ruth.Submit(await world.Ruth.Get(path), "/round");
        await joss.Submit(await joss.Get(path), "/choices", ("story", story.ToString()), ("why", "My own reason"));
        await world.Writes.Do(unit => unit.EraseWords([joss.Person.ActorId]));
        Assert.DoesNotContain("My own reason", (await world.Ruth.Get(path)).Text, StringComparison.Ordinal);
        await world.Ruth.Submit(await world.Ruth.Get(path), "/deletion");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Get(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{path}/restoration")).Status);
        await world.Ruth.Post($"{path}/restoration");
        Assert.Equal(HttpStatusCode.OK, (await world.Bea.Get(path)).Status);
        await world.Ruth.Post($"{path}/deletion");
        await world.Writes.Do(unit => unit.Db.The<Thing>().Where(t => t.Id == Of(path).As<Thing>()).ExecuteUpdateAsync(t => t.SetProperty(x => x.DeletedAt, unit.Now.AddDays(-31))));
        await world.Work(ChangePurging.KindOfWork, Of(path).Value);
        Assert.Equal("", await world.Read(db => db.The<SignificantChange>().Where(c => c.Id == Of(path)).Select(c => c.Question).SingleAsync()));
    }

    private static Id<SignificantChange> Of(string path) => Id<SignificantChange>.TryParse(path.Split('/')[^1], null, out var id) ? id : default;

    private async Task<string> Call(Visitor who, Id<Scope>? rung = null) =>
        (await who.Post(List, ("question", "What is the biggest change?"), ("choice", "to"), ("to", (rung ?? world.Millbrook.ScopeId).ToString()))).Location;

    private async Task<Id<Story>> PutIn(Visitor who, string path)
    {
        var story = await world.Story(who);
        await who.Submit(await who.Get(path), "/stories", ("story", story.ToString()));
        return story;
    }
}
