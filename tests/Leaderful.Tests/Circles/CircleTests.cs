using System.Net;
using Leaderful.Circles;
using Leaderful.Communities;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Circles;

public class CircleTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private const string List = "/c/millbrook/circles";

    [Fact]
    public async Task A_name_is_enough_and_the_community_sees_it_and_nobody_else()
    {
        var name = CircleWorld.Own("Night porters");
        var page = await world.Ruth.Submit(await world.Ruth.Get($"{List}/new"), "/circles", ("name", name));
        Assert.Equal(name, page.Heading);
        Assert.Contains("Ruth Abara", page.Main, StringComparison.Ordinal);
        var circle = await world.Read(db => db.The<Circle>().SingleAsync(c => c.Name == name));
        Assert.Contains(name, (await world.Bea.Get(List)).Main, StringComparison.Ordinal);
        Assert.Contains("Ruth Abara", (await world.Ines.Get(CircleWorld.Path(circle))).Main, StringComparison.Ordinal);
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir })
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(CircleWorld.Path(circle))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Get($"/c/harbour/circles/{circle.Id}")).Status);
        Assert.Contains("/sign-in", (await world.Anyone().Get(CircleWorld.Path(circle))).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_name_or_with_one_that_is_taken_it_is_refused_and_kept()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth);
        var nameless = await world.Wen.Post(List, ("name", " "), ("purpose", "For us"), ("joining", "Request"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.Status);
        Assert.Equal("Give the circle a name.", nameless.Page.QuerySelector("#name-w")!.TextContent.Trim());
        Assert.Equal("For us", nameless.Page.QuerySelector("#purpose")!.GetAttribute("value"));
        Assert.NotNull(nameless.Page.QuerySelector("input[value=Request][checked]"));
        var taken = await world.Wen.Post(List, ("name", circle.Name.ToUpperInvariant()));
        Assert.Contains("already", taken.Page.QuerySelector("#name-w")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mine_come_first_then_those_that_are_open_then_the_others()
    {
        var asks = await world.Circle(Joining.Request, world.Ruth);
        var open = await world.Circle(Joining.Open, world.Ruth);
        var mine = await world.Circle(Joining.Request, world.Wen);
        var names = (await world.Wen.Get(List)).Page.QuerySelectorAll("main .items .name").Select(n => n.TextContent).ToList();
        Assert.True(names.IndexOf(mine.Name) < names.IndexOf(open.Name) && names.IndexOf(open.Name) < names.IndexOf(asks.Name));
        Assert.Contains("There is no circle yet", (await world.Hanna.Get("/c/harbour/circles")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_belongs_changes_it_and_nobody_else()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        foreach (var other in new[] { world.Bea, world.Ines, world.Hanna, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{CircleWorld.Path(circle)}/settings")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{CircleWorld.Path(circle)}/settings", ("name", "Taken over"))).Status);
        }
        var name = CircleWorld.Own("Day porters");
        var page = await world.Wen.Submit(await world.Wen.Get($"{CircleWorld.Path(circle)}/settings"), "/settings", ("name", name), ("joining", "Request"));
        Assert.Equal(name, page.Heading);
        var now = await world.Read(db => db.The<Circle>().SingleAsync(c => c.Id == circle.Id));
        Assert.Equal((name, Joining.Request), (now.Name, now.Joining));
    }

    [Fact]
    public async Task A_circle_takes_itself_down_and_each_who_belongs_can_put_it_back()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var id = await world.Say(world.Ruth, circle, CircleWorld.Own("Keys"));
        foreach (var other in new[] { world.Bea, world.Ines, world.Hanna })
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{CircleWorld.Path(circle)}/deletion")).Status);
        await world.Ruth.Post($"{CircleWorld.Path(circle)}/deletion");
        foreach (var visitor in new[] { world.Ruth, world.Wen, world.Bea })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(CircleWorld.Path(circle))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"/c/millbrook/conversations/{id}")).Status);
        }
        foreach (var other in new[] { world.Bea, world.Ines, world.Hanna })
        {
            Assert.DoesNotContain(circle.Name, (await other.Get("/c/millbrook/bin")).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{CircleWorld.Path(circle)}/restoration")).Status);
        }
        await world.Wen.Submit(await world.Wen.Get("/c/millbrook/bin"), $"{circle.Id}/restoration");
        Assert.Equal(HttpStatusCode.OK, (await world.Ruth.Get($"/c/millbrook/conversations/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Get($"/c/millbrook/conversations/{id}")).Status);
    }

    [Fact]
    public async Task A_steward_takes_down_only_what_nobody_belongs_to()
    {
        var circle = await world.Circle(Joining.Request, world.Ruth);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Post($"{CircleWorld.Path(circle)}/deletion")).Status);
        await world.Ruth.Post($"{CircleWorld.Path(circle)}/membership/ending");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{CircleWorld.Path(circle)}/deletion")).Status);
        var list = await world.Ines.Submit(await world.Ines.Get(CircleWorld.Path(circle)), "/deletion");
        Assert.DoesNotContain(circle.Name, list.Page.QuerySelector("main .items")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{CircleWorld.Path(circle)}/restoration")).Status);
        await world.Ines.Submit(list, "/restoration");
        Assert.Equal(HttpStatusCode.OK, (await world.Bea.Get(CircleWorld.Path(circle))).Status);
    }
}
