using System.Net;
using Xunit;

namespace Leaderful.Tests.Demo;

/// <summary>An instance of real people has no such door, though it may have a member of the same name.</summary>
public class NoDemoTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Nobody_comes_in_with_one_tap() =>
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Post("/demo/arrivals", ("who", "ines"))).Status);

    [Fact]
    public async Task The_sign_in_page_offers_nobody() =>
        Assert.DoesNotContain("/demo/arrivals", (await world.Anyone().Get("/sign-in")).Text, StringComparison.Ordinal);
}
