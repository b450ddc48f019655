using System.Net;
using Leaderful.Communities;
using Leaderful.Communities.Members;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Communities;

public class LeavingTests(CommunityWorld world) : IClassFixture<CommunityWorld>
{
    [Fact]
    public async Task Who_leaves_sees_nothing_more_and_can_come_back_for_an_hour()
    {
        var community = await world.Found(Finding.Hidden);
        var home = await world.Ruth.Submit(await world.Ruth.Get($"{community.Path}/leaving"), "/leaving");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get(community.Path)).Status);
        await world.Ruth.Submit(home, "/return");
        Assert.True(await world.IsMember(world.Ruth, community));

        await world.Ruth.Post($"{community.Path}/leaving");
        world.Time.Advance(Undo.Window);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{community.Path}/return")).Status);
        Assert.False(await world.IsMember(world.Ruth, community));
    }

    [Fact]
    public async Task A_steward_who_comes_back_at_once_is_one_again()
    {
        var community = await world.Found();
        await world.Ines.Post($"{community.Path}/stewards", ("person", world.Ruth.Person.Id.ToString()));
        await world.Ruth.Post($"{community.Path}/leaving");
        await world.Ruth.Post($"{community.Path}/return");
        Assert.True(await world.IsSteward(world.Ruth, community));
    }

    [Fact]
    public async Task A_member_who_comes_back_is_not_made_a_steward_by_it()
    {
        var community = await world.Found();
        await world.Ruth.Post($"{community.Path}/leaving");
        await world.Ruth.Post($"{community.Path}/return");
        Assert.False(await world.IsSteward(world.Ruth, community));
    }

    [Fact]
    public async Task The_last_steward_hands_over_first()
    {
        var community = await world.Found();
        var page = await world.Ines.Get($"{community.Path}/leaving");
        Assert.Null(page.Page.QuerySelector("form[action$='/leaving']"));
        Assert.NotNull(page.Page.QuerySelector($"main a[href='{community.Path}/stewards']"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ines.Post($"{community.Path}/leaving")).Status);
        Assert.True(await world.IsSteward(world.Ines, community));
    }

    [Fact]
    public async Task When_the_only_one_leaves_it_rests()
    {
        var wen = await world.Newcomer();
        var answer = await wen.Post("/communities", ("name", "Alone"));
        var community = await world.Read(db => db.The<Community>().SingleAsync(c => c.Slug == "alone"));
        Assert.Equal(answer.Location, community.Path);
        await wen.Post($"{community.Path}/leaving");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Samir.Get(community.Path)).Status);
        await wen.Post($"{community.Path}/return");
        Assert.True(await world.IsSteward(wen, community));
    }

    [Fact]
    public async Task Nobody_returns_who_was_never_there()
    {
        var community = await world.Found();
        foreach (var visitor in new[] { world.Samir, world.Hanna })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post($"{community.Path}/return")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post($"{community.Path}/leaving")).Status);
        }
        Assert.False(await world.IsMember(world.Samir, community));
    }
}
