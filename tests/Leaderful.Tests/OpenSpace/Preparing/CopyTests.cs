using System.Net;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Preparing;
using Leaderful.OpenSpace.Reviews;
using Leaderful.OpenSpace.Wall;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.OpenSpace.Preparing;

/// <summary>An Open Space like an earlier one: its frame comes along, what people made of it does not.</summary>
public class CopyTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task The_frame_comes_along_at_the_same_hours_of_another_day()
    {
        var id = await Full();
        var day = world.Day(60);
        var page = await world.Bea.Submit(await world.Bea.Get($"{OpenSpaces.Path(id)}/copies"), "/copies", ("day", day.Written()));
        var copy = await world.Read(db => db.The<Gathering>().OrderByDescending(g => g.Id).FirstAsync());
        var space = copy.Id.As<Space>();
        Assert.Equal("Preparing it", page.Heading);
        Assert.Equal(("How do we hold the night together?", "So that nobody carries it alone.", day, new TimeOnly(9, 30)), (copy.Title, copy.Purpose, copy.Day!.Value, copy.At!.Value));
        Assert.Equal([(day, new TimeOnly(10, 0), "First round"), (day.AddDays(1), new TimeOnly(11, 0), "Second round")],
            (await world.Read(db => db.The<Slot>().Where(s => s.SpaceId == space).ToListAsync())).OrderBy(s => s.Begins).Select(s => (s.Day, s.At, s.Name)));
        Assert.Equal(["Canteen", "Garden room"], await world.Read(db => db.The<Place>().Where(p => p.SpaceId == space).OrderBy(p => p.Order).Select(p => p.Name).ToListAsync()));
        Assert.Equal(["Stands"], (await world.Read(db => db.GivensOf(space, default))).Select(g => g.It.Text));
        Assert.Equal("Two hours a week.", (await world.Read(db => db.The<Leeway>().SingleAsync(l => l.Id == space.As<Leeway>()))).Text);
        Assert.Equal([(SpacePart.Sponsor, "Wen Li"), (SpacePart.Facilitator, "Bea Lindqvist"), (SpacePart.Facilitator, "Ruth Abara")], (await world.Read(db => db.HoldersOf(space))).Select(h => (h.Part, h.Name)));
        Assert.Equal(Stage.Draft, (await world.Read(space)).Stage);
        Assert.False(await world.Read(db => db.The<Topic>().AnyAsync(t => t.SpaceId == space)));
        Assert.False(await world.Read(db => db.The<PreparingAnswer>().AnyAsync(a => a.SpaceId == space)));
        Assert.False(await world.Read(db => db.The<ChecklistTick>().AnyAsync(t => t.SpaceId == space)));
        Assert.False(await world.Read(db => db.The<Review>().AnyAsync(r => r.SpaceId == space)));
        Assert.Empty(await world.Read(db => db.PledgesOf(space)));
        await world.Bea.Submit(page, $"{copy.Id}/deletion");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Get(OpenSpaces.Path(space))).Status);
        Assert.Equal(HttpStatusCode.OK, (await world.Bea.Get(OpenSpaces.Path(id))).Status);
    }

    [Fact]
    public async Task Only_whoever_reads_it_and_could_call_it_copies_it()
    {
        var id = await world.Space();
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{OpenSpaces.Path(id)}/copies")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{OpenSpaces.Path(id)}/copies", ("title", "x"), ("day", world.Day().Written()))).Status);
        }
        foreach (var outside in new[] { world.Anyone(), await world.Guest(id) }) Assert.Contains("/sign-in", (await outside.Post($"{OpenSpaces.Path(id)}/copies")).Location, StringComparison.Ordinal);
        // Open to all, but hosted by a circle.
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var hosted = (await world.Writes.Do(unit => unit.CallGathering(world.Ruth.Person.ActorId, world.Millbrook.Id, new GatheringHost(world.Millbrook.ScopeId, circle.Id), new GatheringWish(GatheringKind.OpenSpace, "Hosted", null)))).As<Space>();
        Assert.Equal(HttpStatusCode.OK, (await world.Bea.Get(OpenSpaces.Path(hosted))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Get($"{OpenSpaces.Path(hosted)}/copies")).Status);
        var copied = await world.Wen.Post($"{OpenSpaces.Path(hosted)}/copies", ("title", "Hosted again"), ("day", world.Day(20).Written()));
        Assert.Equal(HttpStatusCode.SeeOther, copied.Status);
        Assert.Equal(circle.Id, await world.Read(db => db.The<Gathering>().Where(g => g.Title == "Hosted again").Select(g => g.CircleId).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get($"/c/millbrook/gatherings/{Id<Gathering>.New()}/copies")).Status);
    }

    [Fact]
    public async Task A_day_is_needed_that_is_still_to_come()
    {
        var id = await world.Space();
        foreach (var odd in new[] { "", "some day", "2027-02-30", world.Day(-5).Written(), new string('1', 10_000) })
        {
            var again = await world.Ruth.Post($"{OpenSpaces.Path(id)}/copies", ("title", "As typed"), ("day", odd));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
            Assert.NotNull(again.Page.QuerySelector("#day-w"));
            Assert.Equal(("As typed", odd), (again.Page.QuerySelector("#title")!.GetAttribute("value"), again.Page.QuerySelector("#day")!.GetAttribute("value")));
        }
        Assert.NotNull((await world.Ruth.Post($"{OpenSpaces.Path(id)}/copies", ("title", new string('x', 10_000)), ("day", world.Day().Written()))).Page.QuerySelector("#title-w"));
    }

    private async Task<Id<Space>> Full()
    {
        var (id, by) = (await world.Space(), world.Ruth.Person.ActorId);
        await world.Give(id, world.Wen, SpacePart.Sponsor);
        await world.Writes.Do(async unit =>
        {
            await unit.AddSlot(by, id, new SlotWish(world.Day(), new TimeOnly(10, 0), 60, Name: "First round"));
            await unit.AddSlot(by, id, new SlotWish(world.Day().AddDays(1), new TimeOnly(11, 0), 60, Name: "Second round"));
        });
        var taken = await world.Writes.Do(unit => unit.AddSlot(by, id, new SlotWish(world.Day(), new TimeOnly(20, 0), 60)));
        await world.Writes.Do(unit => unit.RemoveSlot(by, id, taken!.Value));
        foreach (var place in new[] { "Canteen", "Garden room" }) await world.Writes.Do(unit => unit.AddPlace(by, id, place));
        var gone = await world.Writes.Do(unit => unit.AddGiven(by, id, new GivenWish("Gone", "the sponsor")));
        await world.Writes.Do(unit => unit.AnswerGiven(by, id, gone!.Value, new GivenReply(Fixedness.Gone)));
        await world.Writes.Do(unit => unit.AddGiven(by, id, new GivenWish("Stands", "the sponsor")));
        await world.Writes.Do(unit => unit.SetLeeway(by, id, "Two hours a week."));
        await world.Writes.Do(unit => unit.AnswerPreparing(by, id, new AskedOf("why"), "Because"));
        await world.Writes.Do(unit => unit.Tick(by, id, "food"));
        await world.Writes.Do(unit => unit.AddPledge(by, id, new PledgeWish(null, "Dr Amadi", "Read it all", null)));
        await world.Writes.Do(unit => unit.PlanFirstReview(by, id, world.Day(30)));
        await world.Writes.Do(unit => unit.PostTopic(by, id, new TopicWish("Keys", by)));
        await world.Writes.Do(unit => unit.Reach(by, id, Stage.Invited));
        return id;
    }
}
