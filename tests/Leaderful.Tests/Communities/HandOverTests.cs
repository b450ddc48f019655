using System.Net;
using Leaderful.Communities;
using Leaderful.Communities.Members;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Communities;

public class HandOverTests(CommunityWorld world) : IClassFixture<CommunityWorld>
{
    [Fact]
    public async Task Somebody_named_tends_it_at_once_hears_of_it_and_it_can_be_taken_back()
    {
        var community = await world.Found();
        Assert.NotNull((await world.Ines.Get(community.Path)).Page.QuerySelector($"main a[href='{community.Path}/stewards']"));
        var named = await Name(world.Ines, community, world.Ruth);
        Assert.Equal(HttpStatusCode.OK, (await world.Ruth.Get($"{community.Path}/settings")).Status);
        Assert.Contains(await world.MailTo(world.Ruth), m => m.Subject.Contains(community.Name, StringComparison.Ordinal));
        await world.Ines.Post(named.Page.QuerySelector(".toast form")!.GetAttribute("action")!);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get($"{community.Path}/settings")).Status);
    }

    [Fact]
    public async Task Nobody_unmakes_a_stewardship_they_did_not_just_make()
    {
        var community = await world.Found();
        await Name(world.Ines, community, world.Ruth);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{community.Path}/stewards/{world.Ines.Person.Id}/withdrawal")).Status);
        world.Time.Advance(Undo.Window + TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Post($"{community.Path}/stewards/{world.Ruth.Person.Id}/withdrawal")).Status);
        Assert.True(await world.IsSteward(world.Ruth, community));
    }

    [Fact]
    public async Task Who_steps_down_stays_a_member_and_may_take_it_back()
    {
        var community = await world.Found();
        await Name(world.Ines, community, world.Ruth);
        var today = await world.Ines.Submit(await world.Ines.Get($"{community.Path}/stewards"), "/resignation");
        Assert.False(await world.IsSteward(world.Ines, community));
        Assert.True(await world.IsMember(world.Ines, community));
        await world.Ines.Post(today.Page.QuerySelector(".toast form")!.GetAttribute("action")!);
        Assert.True(await world.IsSteward(world.Ines, community));
    }

    [Fact]
    public async Task Taking_it_back_is_for_who_has_just_stepped_down()
    {
        var community = await world.Found();
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{community.Path}/stewards/return")).Status);
        await Name(world.Ines, community, world.Ruth);
        await world.Ines.Post($"{community.Path}/stewards/resignation");
        world.Time.Advance(Undo.Window + TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Post($"{community.Path}/stewards/return")).Status);
        Assert.False(await world.IsSteward(world.Ines, community));
    }

    [Fact]
    public async Task The_last_one_names_somebody_first()
    {
        var community = await world.Found();
        var refused = await world.Ines.Post($"{community.Path}/stewards/resignation");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Page.QuerySelector("[role=alert]"));
        Assert.True(await world.IsSteward(world.Ines, community));
    }

    [Fact]
    public async Task Two_who_step_down_or_leave_at_once_leave_one()
    {
        for (var round = 0; round < 6; round++)
        {
            var community = await world.Found();
            await Name(world.Ines, community, world.Ruth);
            var wen = await world.Newcomer();
            await world.Join(wen, community);
            var way = round % 2 == 0 ? "stewards/resignation" : "leaving";
            await Task.WhenAll(world.Ines.Post($"{community.Path}/{way}"), world.Ruth.Post($"{community.Path}/{way}"));
            Assert.Equal(1, await world.Read(db => db.The<Membership>().CountAsync(m => m.CommunityId == community.Id && m.LeftAt == null && m.StewardSince != null)));
        }
    }

    [Fact]
    public async Task Nobody_from_outside_is_named_and_nobody_outside_names()
    {
        var community = await world.Found();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ines.Post($"{community.Path}/stewards", ("person", world.Samir.Person.Id.ToString()))).Status);
        foreach (var visitor in new[] { world.Ruth, world.Hanna, world.Samir })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post($"{community.Path}/stewards", ("person", world.Ruth.Person.Id.ToString()))).Status);
        Assert.False(await world.IsSteward(world.Ruth, community));
        Assert.False(await world.IsMember(world.Samir, community));
    }

    private static async Task<Screen> Name(Visitor steward, Community community, Visitor who) =>
        await steward.Submit(await steward.Get($"{community.Path}/stewards"), "/stewards", ("person", who.Person.Id.ToString()));
}
