using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Preparing;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.OpenSpace.Preparing;

/// <summary>What stays of a preparation when somebody takes their words along, or when the gathering's time in the bin is over.</summary>
public class GoingTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task Whoever_takes_their_words_along_takes_what_they_wrote_of_the_frame()
    {
        var (id, joss) = (await world.Space(), await world.Newcomer());
        await world.Give(id, joss, SpacePart.Sponsor);
        var (theirs, others) = await Write(id, joss.Person.ActorId, world.Ruth.Person.ActorId);
        await world.Writes.Do(unit => unit.EraseWords([joss.Person.ActorId]));
        var text = (await world.Ruth.Get($"{OpenSpaces.Path(id)}/givens")).Text + (await world.Ruth.Get($"{OpenSpaces.Path(id)}/preparing/questions")).Text;
        foreach (var word in theirs) Assert.DoesNotContain(word, text, StringComparison.Ordinal);
        foreach (var word in others) Assert.Contains(word, text, StringComparison.Ordinal);
        Assert.Equal("", await world.Read(db => db.The<GivenAnswer>().Where(a => a.SpaceId == id && a.Fixedness == Fixedness.Eased).Select(a => a.Was).SingleAsync()));
        Assert.All(await world.Read(db => db.The<Given>().Where(g => g.SpaceId == id && g.WordedById == joss.Person.ActorId).Select(g => g.Text + g.SetBy).ToListAsync()), t => Assert.Equal("", t));
    }

    [Fact]
    public async Task Purged_the_gathering_takes_along_what_was_prepared()
    {
        var id = await world.Space();
        await Write(id, world.Wen.Person.ActorId, world.Ruth.Person.ActorId);
        var kept = await world.Space();
        await Write(kept, world.Wen.Person.ActorId, world.Ruth.Person.ActorId);
        await world.Ruth.Post($"{OpenSpaces.Path(id)}/deletion");
        world.Time.Advance(TimeSpan.FromDays(31));
        await world.Work(GatheringPurging.KindOfWork, id.Value);
        Assert.Equal((0, 0, 0, 0, 0), await Left(id));
        Assert.Equal((2, 3, 2, 2, 1), await Left(kept));
    }

    private Task<(int, int, int, int, int)> Left(Id<Space> id) => world.Read(async db => (
        await db.The<PreparingAnswer>().CountAsync(a => a.SpaceId == id), await db.The<Given>().CountAsync(g => g.SpaceId == id),
        await db.The<GivenAnswer>().CountAsync(a => a.SpaceId == id), await db.The<Pledge>().CountAsync(p => p.SpaceId == id), await db.The<Leeway>().CountAsync(l => l.Id == id.As<Leeway>())));

    /// <summary>Each writes of everything; a given of the first is eased by the second, and the first answers one of the second's.</summary>
    private async Task<(string[] First, string[] Second)> Write(Id<Space> id, Id<Actor> first, Id<Actor> second)
    {
        await world.Writes.Do(unit => unit.AddGiven(first, id, new GivenWish("first-given", "first-set-by")));
        var eased = await world.Writes.Do(unit => unit.AddGiven(first, id, new GivenWish("first-before", "the house")));
        await world.Writes.Do(unit => unit.AnswerGiven(second, id, eased!.Value, new GivenReply(Fixedness.Eased, "second-word", "second-eased")));
        var fixedStill = await world.Writes.Do(unit => unit.AddGiven(second, id, new GivenWish("second-given", "second-set-by")));
        await world.Writes.Do(unit => unit.AnswerGiven(first, id, fixedStill!.Value, new GivenReply(Fixedness.Fixed, "first-word")));
        await world.Writes.Do(unit => unit.AnswerPreparing(first, id, new AskedOf("why"), "first-answer"));
        await world.Writes.Do(unit => unit.AnswerPreparing(second, id, new AskedOf("form"), "second-answer"));
        await world.Writes.Do(unit => unit.SetLeeway(first, id, "first-leeway"));
        await world.Writes.Do(unit => unit.AddPledge(first, id, new PledgeWish(null, "A", "first-pledge", null)));
        await world.Writes.Do(unit => unit.AddPledge(second, id, new PledgeWish(null, "B", "second-pledge", null)));
        return (["first-given", "first-set-by", "first-before", "first-word", "first-answer", "first-leeway", "first-pledge"], ["second-given", "second-set-by", "second-eased", "second-word", "second-answer", "second-pledge"]);
    }
}
