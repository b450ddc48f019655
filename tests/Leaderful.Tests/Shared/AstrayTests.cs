using System.Net;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Tests.Conversations;
using Xunit;

namespace Leaderful.Tests.Shared;

public class AstrayTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Who_goes_astray_in_a_community_of_theirs_is_led_back_into_it_and_anybody_else_home()
    {
        foreach (var path in new[] { Talk.Path(Id<Conversation>.New()), "/c/millbrook/requests", "/c/millbrook/nothing" })
        {
            Assert.Equal(("/c/millbrook", "Go to Millbrook Care Network"), await WayOn(world.Ruth, path));
            foreach (var other in new[] { world.Tove, world.Hanna, world.Samir })
                Assert.Equal(("/", "Go home"), await WayOn(other, path));
        }
    }

    [Fact]
    public async Task An_address_cut_short_leads_to_nothing_like_any_other_and_says_so()
    {
        var whole = Talk.Path(await world.Begin(world.Ines, "Cut"));
        Assert.Equal("/c/millbrook", (await WayOn(world.Ruth, whole[..^1])).Href);
        Assert.Equal("/", (await WayOn(world.Tove, whole[..^1])).Href);
        Assert.Equal(HttpStatusCode.BadRequest, (await world.Ruth.Post($"{whole[..^1]}/posts", ("text", "Lost"))).Status);
    }

    private static async Task<(string? Href, string? Says)> WayOn(Visitor who, string path)
    {
        var screen = await who.Get(path);
        Assert.Equal(HttpStatusCode.NotFound, screen.Status);
        var way = screen.Page.QuerySelector("main a.act");
        return (way?.GetAttribute("href"), way?.TextContent);
    }
}
