using System.Net;
using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Reviews;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.OpenSpace.Preparing;

/// <summary>An Open Space goes from stage to stage by the hand of those who hold it, one step at a time, and back.</summary>
public class StageTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task Whoever_holds_it_takes_the_next_step_and_takes_it_back()
    {
        var id = await world.Space();
        var path = $"{OpenSpaces.Path(id)}/preparing";
        Assert.Contains("In preparation.", (await world.Ruth.Get(path)).Main, StringComparison.Ordinal);
        foreach (var (step, said) in new[] { (Stage.Invited, "People are invited."), (Stage.Open, "The space is open."), (Stage.Running, "Sessions run."), (Stage.ActionSpace, "The space is open for action."), (Stage.Closed, "Closed."), (Stage.Debriefed, "Talked over."), (Stage.FollowedUp, "Followed up.") })
        {
            var page = await world.Ruth.Follow(await world.Ruth.Post($"{path}/stages", ("to", step.ToString())));
            Assert.Contains(said, page.Main, StringComparison.Ordinal);
            Assert.Equal(step, (await world.Read(id)).Stage);
        }
        Assert.Empty((await world.Ruth.Get(path)).Page.QuerySelectorAll("form.step"));
        await world.Ruth.Post($"{path}/stages/{Stage.FollowedUp}/ending");
        Assert.Equal(Stage.Debriefed, (await world.Read(id)).Stage);
        // What has gone on meanwhile is not taken back by an undo that was left standing.
        await world.Ruth.Post($"{path}/stages/{Stage.FollowedUp}/ending");
        Assert.Equal(Stage.Debriefed, (await world.Read(id)).Stage);
    }

    [Fact]
    public async Task A_step_that_is_not_the_next_changes_nothing_and_of_two_who_take_it_one_does()
    {
        var id = await world.Space();
        var path = $"{OpenSpaces.Path(id)}/preparing/stages";
        await world.Ruth.Post(path, ("to", nameof(Stage.Closed)));
        Assert.Equal(Stage.Draft, (await world.Read(id)).Stage);
        await world.Ruth.Post(path, ("to", nameof(Stage.Invited)));
        var second = await world.Ruth.Follow(await world.Ruth.Post(path, ("to", nameof(Stage.Invited))));
        Assert.Contains("Somebody has moved it on meanwhile", second.Main, StringComparison.Ordinal);
        Assert.Equal(1, await world.Read(db => db.The<SpaceStage>().CountAsync(s => s.SpaceId == id)));
        foreach (var odd in new[] { "", "Nowhere", "99", new string('x', 10_000) }) Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post(path, ("to", odd))).Status);
    }

    [Fact]
    public async Task Nobody_else_moves_it_and_members_read_how_it_stands()
    {
        var id = await world.Space();
        var (path, sponsor) = ($"{OpenSpaces.Path(id)}/preparing", await world.Newcomer("Thandi Nkosi"));
        await world.Give(id, sponsor, SpacePart.Sponsor);
        Assert.Contains("In preparation.", (await world.Bea.Get(path)).Main, StringComparison.Ordinal);
        Assert.Null((await world.Bea.Get(path)).Page.QuerySelector("form.step"));
        foreach (var other in new[] { world.Bea, sponsor, world.Hanna, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{path}/stages", ("to", nameof(Stage.Invited)))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{path}/stages/{Stage.Invited}/ending")).Status);
        }
        foreach (var far in new[] { world.Hanna, world.Tove, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await far.Get(path)).Status);
        Assert.Contains("/sign-in", (await world.Anyone().Get(path)).Location, StringComparison.Ordinal);
        Assert.Contains("/sign-in", (await (await world.Guest(id)).Get(path)).Location, StringComparison.Ordinal);
        Assert.Equal(Stage.Draft, (await world.Read(id)).Stage);
    }

    [Fact]
    public async Task What_a_circle_keeps_to_itself_is_not_there_for_others()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var path = $"{OpenSpaces.Path(await world.Space("Among us", circle))}/preparing";
        Assert.Equal(HttpStatusCode.OK, (await world.Wen.Get(path)).Status);
        foreach (var other in new[] { world.Bea, world.Ines }) Assert.Equal(HttpStatusCode.NotFound, (await other.Get(path)).Status);
    }

    [Fact]
    public async Task What_is_called_off_has_no_next_step()
    {
        var id = await world.Space();
        await world.Ruth.Post($"{OpenSpaces.Path(id)}/cancellation", ("reason", "Snow"));
        var page = await world.Ruth.Get($"{OpenSpaces.Path(id)}/preparing");
        Assert.Null(page.Page.QuerySelector("form.step"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{OpenSpaces.Path(id)}/preparing/stages", ("to", nameof(Stage.Invited)))).Status);
    }

    [Theory]
    [InlineData(Stage.Draft, false)]
    [InlineData(Stage.Invited, false)]
    [InlineData(Stage.Open, true)]
    [InlineData(Stage.Running, true)]
    [InlineData(Stage.ActionSpace, true)]
    [InlineData(Stage.Closed, false)]
    [InlineData(Stage.Debriefed, false)]
    [InlineData(Stage.FollowedUp, false)]
    public void Topics_are_put_up_from_the_opening_until_the_close(Stage stage, bool may)
    {
        var space = new Space { Id = Id<Space>.New() };
        space.Reach(stage);
        var gathering = new Gathering { Id = space.Id.As<Gathering>(), Title = "Night" };
        var head = new SpaceHead(space, gathering, default, default, []);
        Assert.Equal(may, SpaceAccess.MayPost(head));
        gathering.Cancel(default, DateTime.UnixEpoch, "");
        Assert.False(SpaceAccess.MayPost(head));
    }

    [Fact]
    public async Task The_first_look_back_is_a_week_after_unless_another_day_is_chosen()
    {
        var id = await world.Space();
        var path = $"{OpenSpaces.Path(id)}/preparing";
        Assert.Equal(world.Day().AddDays(7).Written(), (await world.Ruth.Get(path)).Page.QuerySelector("#day")!.GetAttribute("value"));
        Assert.Null(await Planned(id));
        foreach (var odd in new[] { "", "next week", "2027-02-30", world.Day(-3).Written(), new string('9', 10_000) })
        {
            var again = await world.Ruth.Post($"{path}/review", ("day", odd));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
            Assert.NotNull(again.Page.QuerySelector("#day-w"));
            Assert.Equal(odd, again.Page.QuerySelector("#day")!.GetAttribute("value"));
        }
        await world.Ruth.Post($"{path}/review", ("day", world.Day(30).Written()));
        Assert.Equal(world.Day(30), await Planned(id));
        foreach (var other in new[] { world.Bea, world.Hanna, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{path}/review", ("day", world.Day(40).Written()))).Status);
        var unplanned = await world.Space();
        foreach (var step in new[] { Stage.Invited, Stage.Open, Stage.Running, Stage.Closed }) await world.Ruth.Post($"{OpenSpaces.Path(unplanned)}/preparing/stages", ("to", step.ToString()));
        Assert.Equal(world.Day().AddDays(7), await Planned(unplanned));
    }

    private Task<DateOnly?> Planned(Id<Space> id) => world.Read(async db => (await db.FirstReviewOf(id))?.Day);
}
