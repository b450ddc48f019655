using Xunit;

namespace Leaderful.Tests.Demo;

/// <summary>An instance of real people has no such door, though it may have a member of the same name.</summary>
public class NoDemoTests(World world) : IClassFixture<World>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_door_is_not_there(bool signedIn)
    {
        var visitor = signedIn ? world.Ines : world.Anyone();
        var answer = await visitor.Post("/demo/arrivals", ("who", "ines"));
        var missing = await visitor.Post("/nothing/here", ("who", "ines"));
        Assert.Equal((missing.Status, missing.Location), (answer.Status, answer.Location));
        Assert.NotEqual("/", answer.Location);
        Assert.False(answer.Response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_sign_in_page_offers_nobody() =>
        Assert.DoesNotContain("/demo/arrivals", (await world.Anyone().Get("/sign-in")).Text, StringComparison.Ordinal);
}
