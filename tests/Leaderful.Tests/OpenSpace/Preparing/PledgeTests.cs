using System.Net;
using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Preparing;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.OpenSpace.Preparing;

/// <summary>What leaders promise: a member's is a commitment that they alone accept, anybody else's stands by their name.</summary>
public class PledgeTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task A_name_alone_stands_at_once_and_all_in_the_room_read_it()
    {
        var id = await world.Space();
        await Add(id, world.Ruth, "Dr Amadi", "Read every report", world.Day(30));
        foreach (var reader in new[] { world.Bea, await world.Guest(id) })
        {
            var said = (await reader.Get($"{OpenSpaces.Path(id)}/givens")).Main;
            Assert.Contains("Read every report", said, StringComparison.Ordinal);
            Assert.Contains("Dr Amadi", said, StringComparison.Ordinal);
        }
        var pledge = Assert.Single(await Pledges(id));
        Assert.Equal(("Dr Amadi", "Read every report", world.Day(30), null), (pledge.Who, pledge.What, pledge.Due!.Value, pledge.Commitment));
    }

    [Fact]
    public async Task A_members_is_offered_to_them_and_shown_once_they_take_it_on()
    {
        var (id, name) = (await world.Space(), CircleWorld.Own("Thandi"));
        var sponsor = await world.Newcomer(name);
        await world.Give(id, sponsor, SpacePart.Sponsor);
        var what = CircleWorld.Own("Answer within a week");
        await Add(id, world.Ruth, name, what, null);
        var offered = Assert.Single(await Pledges(id));
        Assert.True(offered.IsWaiting);
        Assert.DoesNotContain(what, (await world.Bea.Get($"{OpenSpaces.Path(id)}/givens")).Main, StringComparison.Ordinal);
        Assert.Contains(what, (await world.Ruth.Get($"{OpenSpaces.Path(id)}/givens")).Main, StringComparison.Ordinal);
        Assert.Contains(what, (await sponsor.Get("/c/millbrook/commitments")).Main, StringComparison.Ordinal);
        await sponsor.Post($"/c/millbrook/commitments/{offered.It.CommitmentId}/acceptance");
        Assert.Contains(what, (await world.Bea.Get($"{OpenSpaces.Path(id)}/givens")).Main, StringComparison.Ordinal);
        Assert.Contains(what, (await (await world.Guest(id)).Get($"{OpenSpaces.Path(id)}/givens")).Main, StringComparison.Ordinal);
        Assert.Equal(id.As<Thing>(), offered.Commitment!.It.OriginId);
    }

    [Fact]
    public async Task Ones_own_is_taken_on_as_it_is_written_and_what_is_declined_is_not_said()
    {
        var id = await world.Space();
        await world.Give(id, world.Wen, SpacePart.Sponsor);
        await Add(id, world.Wen, "Wen Li", "Come to every circle", null);
        Assert.True(Assert.Single(await Pledges(id)).IsPromised);
        await Add(id, world.Wen, "Bea Lindqvist", "Cook for all", null);
        var asked = (await Pledges(id)).Single(p => p.IsWaiting);
        await world.Bea.Post($"/c/millbrook/commitments/{asked.It.CommitmentId}/release");
        Assert.DoesNotContain("Cook for all", (await (await world.Guest(id)).Get($"{OpenSpaces.Path(id)}/givens")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_prepares_takes_it_away_and_puts_it_back()
    {
        var id = await world.Space();
        await world.Give(id, world.Wen, SpacePart.Sponsor);
        await Add(id, world.Ruth, "Bea Lindqvist", "Cook for all", null);
        var (pledge, commitment) = (Assert.Single(await Pledges(id)).It.Id, Assert.Single(await Pledges(id)).It.CommitmentId!.Value);
        var path = $"{OpenSpaces.Path(id)}/pledges";
        await world.Ruth.Post($"{path}/{pledge}/deletion");
        Assert.Empty(await Pledges(id));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Get($"/c/millbrook/commitments/{commitment}")).Status);
        await world.Ruth.Post($"{path}/{pledge}/restoration");
        Assert.Equal(HttpStatusCode.OK, (await world.Bea.Get($"/c/millbrook/commitments/{commitment}")).Status);
        // What another made is not theirs to take from its doer.
        await world.Wen.Post($"{path}/{pledge}/deletion");
        Assert.Empty(await Pledges(id));
        Assert.Equal(HttpStatusCode.OK, (await world.Bea.Get($"/c/millbrook/commitments/{commitment}")).Status);
    }

    [Fact]
    public async Task Nobody_else_writes_one_and_what_cannot_be_is_said_on_its_field()
    {
        var id = await world.Space();
        await Add(id, world.Ruth, "Dr Amadi", "Read every report", null);
        var (path, pledge) = ($"{OpenSpaces.Path(id)}/pledges", Assert.Single(await Pledges(id)).It.Id);
        foreach (var other in new[] { world.Bea, world.Hanna, world.Samir, world.Anyone(), await world.Guest(id) })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await other.Get($"{path}/new")).Status);
            await other.Post(path, ("name", "Me"), ("what", "Mine"));
            await other.Post($"{path}/{pledge}/deletion");
        }
        Assert.Equal("Read every report", Assert.Single(await Pledges(id)).What);
        var much = new string('x', 10_000);
        var again = await world.Ruth.Post(path, ("name", much), ("what", much), ("day", "soon"));
        foreach (var field in new[] { "name", "what", "day" }) Assert.NotNull(again.Page.QuerySelector($"#{field}-w"));
        Assert.Equal((much, "soon"), (again.Page.QuerySelector("#what")!.GetAttribute("value"), again.Page.QuerySelector("#day")!.GetAttribute("value")));
        var empty = await world.Ruth.Post(path, ("name", ""), ("what", " "), ("day", world.Day(-5).Written()));
        foreach (var field in new[] { "name", "what", "day" }) Assert.NotNull(empty.Page.QuerySelector($"#{field}-w"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
    }

    private async Task Add(Id<Space> id, Visitor by, string who, string what, DateOnly? day)
    {
        var page = await by.Submit(await by.Get($"{OpenSpaces.Path(id)}/pledges/new"), "/pledges", ("name", who), ("what", what), ("day", day?.Written() ?? ""));
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    private Task<List<ListedPledge>> Pledges(Id<Space> id) => world.Read(db => db.PledgesOf(id));
}
