using System.Net;
using Leaderful.Communities;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Conversations;
using Xunit;

namespace Leaderful.Tests.Care;

/// <summary>A circle's posts are looked after by those who tend the community and belong to it, and known to no other steward.</summary>
public class CircleCareTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task Where_no_steward_belongs_nobody_is_asked_and_no_steward_learns_of_it()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var id = await world.Say(world.Ruth, circle, CircleWorld.Own("Among two"));
        var acts = await world.Wen.Get($"{Talk.Path(id)}/posts/1/acts");
        Assert.Null(acts.Page.QuerySelector("a[href$='/reports/new']"));
        Assert.Contains("Nobody who tends this community belongs to this circle", acts.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Get($"{Talk.Path(id)}/posts/1/reports/new")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Post($"{Talk.Path(id)}/posts/1/reports", ("agreement", "else"), ("text", "It hurts."))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Get($"{Talk.Path(id)}/posts/1/acts")).Status);
    }

    [Fact]
    public async Task A_steward_who_belongs_is_asked()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen, world.Ines);
        var title = CircleWorld.Own("Among three");
        var id = await world.Say(world.Ruth, circle, title);
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Wen.Post($"{Talk.Path(id)}/posts/1/reports", ("agreement", "else"), ("text", "It hurts."))).Status);
        Assert.Contains(title, (await world.Ines.Get("/c/millbrook/care")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain(title, (await world.Bea.Get("/c/millbrook/care")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("It hurts.", (await world.Ruth.Get("/c/millbrook/care")).Main, StringComparison.Ordinal);
    }
}
