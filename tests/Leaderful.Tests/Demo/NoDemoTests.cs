using System.Net;
using Xunit;

namespace Leaderful.Tests.Demo;

/// <summary>An instance of real people has no such door, though it may have a member of the same name.</summary>
public class NoDemoTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Nobody_comes_in_with_one_tap()
    {
        var answer = await world.Anyone().Post("/demo/arrivals", ("who", "ines"));
        var missing = await world.Anyone().Post("/nothing/here", ("who", "ines"));
        Assert.Equal((missing.Status, false), (answer.Status, answer.Response.Headers.Contains("Set-Cookie")));
        Assert.NotEqual(HttpStatusCode.SeeOther, answer.Status);
    }

    [Fact]
    public async Task The_sign_in_page_offers_nobody() =>
        Assert.DoesNotContain("/demo/arrivals", (await world.Anyone().Get("/sign-in")).Text, StringComparison.Ordinal);
}
