using System.Net;
using Leaderful.Communities;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Communities;

public class MemberTests(CommunityWorld world) : IClassFixture<CommunityWorld>
{
    [Fact]
    public async Task A_steward_ends_a_membership_and_can_take_that_back()
    {
        var community = await world.Found();
        var joined = await world.Read(db => db.The<Membership>().Where(m => m.CommunityId == community.Id && m.PersonId == world.Ruth.Person.Id).Select(m => m.JoinedAt).SingleAsync());
        var page = await world.Ines.Get($"{community.Path}/people/{world.Ruth.Person.Id}");
        var people = await world.Ines.Submit(page, "/ending", ("because", "Shouted at the new porter"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get($"{community.Path}/people")).Status);
        Assert.Contains("Shouted at the new porter", people.Main, StringComparison.Ordinal);
        await world.Ines.Post(people.Page.QuerySelector(".toast form")!.GetAttribute("action")!);
        Assert.Equal(HttpStatusCode.OK, (await world.Ruth.Get($"{community.Path}/people")).Status);
        Assert.Equal(joined, await world.Read(db => db.The<Membership>().Where(m => m.CommunityId == community.Id && m.PersonId == world.Ruth.Person.Id).Select(m => m.JoinedAt).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_was_sent_away_comes_back_by_invitation_only()
    {
        var community = await world.Found(Finding.Public, Joining.Open);
        await world.Ines.Post($"{community.Path}/people/{world.Ruth.Person.Id}/ending", ("because", "x"));
        Assert.Null((await world.Ruth.Get(community.Path)).Page.QuerySelector("form[action$='/membership']"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{community.Path}/membership")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{community.Path}/return")).Status);
        await world.Ruth.Post($"/join/{await world.Invitation(community)}");
        Assert.True(await world.IsMember(world.Ruth, community));
    }

    [Fact]
    public async Task The_reason_is_read_by_stewards_alone()
    {
        var community = await world.Found();
        var wen = await world.Newcomer();
        await world.Join(wen, community);
        await world.Ines.Post($"{community.Path}/people/{wen.Person.Id}/ending", ("because", "A private reason"));
        Assert.DoesNotContain("A private reason", (await world.Ruth.Get($"{community.Path}/people")).Text, StringComparison.Ordinal);
        Assert.Empty(await world.MailTo(wen));
    }

    [Fact]
    public async Task A_plain_member_another_steward_or_a_stranger_ends_nothing()
    {
        var community = await world.Found();
        foreach (var visitor in new[] { world.Ruth, world.Hanna, world.Samir })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post($"{community.Path}/people/{world.Ruth.Person.Id}/ending")).Status);
        // Nor does Hanna reach Ruth through Harbour, where Ruth is not.
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Post($"/c/harbour/people/{world.Ruth.Person.Id}/ending")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Post($"{community.Path}/people/{world.Ines.Person.Id}/ending")).Status);
        Assert.True(await world.IsMember(world.Ruth, community));
        Assert.True(await world.IsMember(world.Ines, community));
    }

    [Fact]
    public async Task Only_members_see_who_is_here()
    {
        var community = await world.Found(Finding.Public);
        Assert.Contains("Ruth Abara", (await world.Ruth.Get($"{community.Path}/people")).Main, StringComparison.Ordinal);
        foreach (var visitor in new[] { world.Samir, world.Hanna })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"{community.Path}/people")).Status);
            Assert.DoesNotContain("Ruth Abara", (await visitor.Get(community.Path)).Text, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("Ruth Abara", (await world.Anyone().Get(community.Path)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get($"{community.Path}/people/{world.Samir.Person.Id}")).Status);
    }
}
