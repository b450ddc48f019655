using System.Net;
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
    [InlineData("here", true)]
    [InlineData("quietly", false)]
    public async Task What_is_sent_behind_a_page_is_told_where_it_leads_and_long_after_says_nothing(string how, bool says)
    {
        var page = await world.Ines.Get("/c/millbrook/settings");
        using var asked = new HttpRequestMessage(HttpMethod.Post, page.FormTo("/settings")) { Content = new FormUrlEncodedContent(page.FieldsOf("/settings", []).Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        asked.Headers.Add("Leaderful-Sent", how);
        var answer = await Screen.Of(await world.Ines.Client.SendAsync(asked));
        Assert.Equal((HttpStatusCode.NoContent, "/c/millbrook/settings"), (answer.Status, answer.Location));
        Assert.Equal(says, (await world.Ines.Get("/c/millbrook/settings")).Page.QuerySelector(".toast") is not null);
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
