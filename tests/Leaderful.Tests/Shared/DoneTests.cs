using Leaderful.Communities;
using Xunit;

namespace Leaderful.Tests.Shared;

public class DoneTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task What_was_done_is_said_once()
    {
        var settings = await world.Ines.Submit(await world.Ines.Get("/c/millbrook/settings"), "/settings");
        Assert.NotNull(settings.Page.QuerySelector(".toast[role=status]"));
        Assert.Null((await world.Ines.Get("/c/millbrook/settings")).Page.QuerySelector(".toast"));
    }

    [Theory]
    [InlineData("""{"Key":"settings.kept","Undo":"/c/millbrook/leaving"}""")]
    [InlineData("CfDJ8")]
    [InlineData("")]
    public async Task Nobody_else_puts_words_there(string forged)
    {
        var visitor = await world.Register("Forged", $"{Guid.NewGuid():N}@done.example");
        visitor.Client.DefaultRequestHeaders.Remove("Cookie");
        visitor.Client.DefaultRequestHeaders.Add("Cookie", $"leaderful={visitor.Token}; leaderful-done={Uri.EscapeDataString(forged)}");
        var home = await visitor.Get("/");
        Assert.Contains("Forged", home.Heading, StringComparison.Ordinal);
        Assert.Null(home.Page.QuerySelector(".toast"));
    }
}
