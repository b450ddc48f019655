using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Debriefs;
using Leaderful.OpenSpace.Preparing;
using Leaderful.OpenSpace.Reviews;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.OpenSpace.Debriefs;

/// <summary>What stays when somebody takes their words along, or when the gathering's time in the bin is over.</summary>
public class DebriefGoingTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task Whoever_takes_their_words_along_takes_what_they_wrote_last_and_the_way_stays()
    {
        var (id, joss) = (await world.Talk(), await world.Newcomer());
        await Write(id, joss);
        await world.Writes.Do(unit => unit.EraseWords([joss.Person.ActorId]));
        var page = await world.Ruth.Get($"{OpenSpaces.Path(id)}/debrief");
        foreach (var gone in new[] { "joss-results", "joss-everyday" }) Assert.DoesNotContain(gone, page.Text, StringComparison.Ordinal);
        Assert.Contains("ruth-vision", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector("#q-growing"));
        Assert.DoesNotContain("joss-note", (await world.Ruth.Get($"{OpenSpaces.Path(id)}/reviews")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Purged_the_gathering_takes_the_talk_along()
    {
        var (id, kept, joss) = (await world.Talk(), await world.Talk(), await world.Newcomer());
        await Write(id, joss);
        await Write(kept, joss);
        await world.Ruth.Post($"{OpenSpaces.Path(id)}/deletion");
        world.Time.Advance(TimeSpan.FromDays(31));
        await world.Work(GatheringPurging.KindOfWork, id.Value);
        Assert.Equal((0, 0, 0), await Left(id));
        Assert.Equal((1, 3, 1), await Left(kept));
    }

    private Task<(int, int, int)> Left(Id<Space> id) => world.Read(async db => (
        await db.The<DebriefConversation>().CountAsync(d => d.Id == id.As<DebriefConversation>()), await db.The<DebriefAnswer>().CountAsync(a => a.DebriefId == id.As<DebriefConversation>()),
        await db.The<PledgeNote>().CountAsync(n => db.The<Pledge>().Any(p => p.Id == n.PledgeId && p.SpaceId == id))));

    private async Task Write(Id<Space> id, Visitor joss)
    {
        var (theirs, ruths) = (joss.Person.ActorId, world.Ruth.Person.ActorId);
        await world.Writes.Do(unit => unit.AnswerDebrief(theirs, id, new AnswerSent("results", "joss-results")));
        await world.Writes.Do(unit => unit.AnswerDebrief(theirs, id, new AnswerSent("everyday", "joss-everyday", "yes")));
        await world.Writes.Do(unit => unit.AnswerDebrief(ruths, id, new AnswerSent("vision", "ruth-vision")));
        var pledge = await world.Writes.Do(unit => unit.AddPledge(ruths, id, new PledgeWish(null, "Dr Amadi", "Read it all", null)));
        await world.Writes.Do(unit => unit.NotePledge(theirs, id, pledge!.Value, PledgeNoteKind.Progress, "joss-note"));
    }
}
