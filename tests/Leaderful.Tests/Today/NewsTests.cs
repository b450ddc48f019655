using Leaderful.Conversations;
using Leaderful.Tests.Conversations;
using Xunit;

namespace Leaderful.Tests.Today;

public sealed class NewsTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task What_is_new_to_me_stands_on_Today_and_Home_until_I_have_read_it()
    {
        var title = $"Keys {Talk.Key()}";
        var id = await world.Begin(world.Ines, title);

        Assert.Contains(title, Titles(await world.Ruth.Get("/c/millbrook")));
        var line = (await world.Ruth.Get("/")).Page.QuerySelector("a[href='/c/millbrook/conversations?show=new']");
        Assert.StartsWith("Something new in", line?.TextContent);

        await world.HasRead(world.Ruth, id);
        Assert.DoesNotContain(title, Titles(await world.Ruth.Get("/c/millbrook")));
    }

    [Fact]
    public async Task Who_said_it_is_not_told_of_it()
    {
        var title = $"Lamps {Talk.Key()}";
        await world.Begin(world.Ruth, title);
        Assert.DoesNotContain(title, Titles(await world.Ruth.Get("/c/millbrook")));
    }

    [Fact]
    public async Task Nobody_outside_the_community_hears_of_it()
    {
        var title = $"Chairs {Talk.Key()}";
        await world.Begin(world.Ines, title);
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir, world.Anyone() })
        {
            Assert.DoesNotContain(title, (await other.Get("/")).Text);
            Assert.DoesNotContain(title, (await other.Get("/c/millbrook")).Text);
            Assert.DoesNotContain("millbrook/conversations", (await other.Get("/")).Text);
        }
    }

    [Fact]
    public async Task Only_the_latest_are_shown_and_the_rest_is_a_step_away()
    {
        for (var n = 0; n < 7; n++)
        {
            world.Time.Advance(TimeSpan.FromMinutes(1));
            await world.Begin(world.Hanna, $"Boat {n}", where: world.Harbour);
        }
        var page = (await world.Tove.Get("/c/harbour")).Page;
        Assert.Equal(["Boat 6", "Boat 5", "Boat 4", "Boat 3", "Boat 2"], page.QuerySelectorAll(".threads h3").Select(h => h.TextContent));
        Assert.Equal("All 7 with something new", page.QuerySelector("a[href='/c/harbour/conversations?show=new']")?.TextContent);
    }

    [Fact]
    public async Task Where_nothing_is_new_the_page_shows_what_was_said_last_to_those_inside()
    {
        var (bea, wen) = (await world.Register("Bea Lindqvist", "bea@nets.example"), await world.Register("Wen Li", "wen@nets.example"));
        var place = await world.Found(bea, "Net Menders", "nets");
        await world.Begin(bea, "Knots", where: place);
        world.Time.Advance(TimeSpan.FromHours(1));
        await world.Join(wen, place);
        var page = (await wen.Get("/c/nets")).Page;
        Assert.Equal("Knots", Assert.Single(page.QuerySelectorAll(".threads h3")).TextContent);
        Assert.Empty(page.QuerySelectorAll(".threads .unread"));
        foreach (var other in new[] { world.Ruth, world.Samir, world.Anyone() })
            Assert.DoesNotContain("Knots", (await other.Get("/c/nets")).Text);
    }

    [Fact]
    public async Task Of_very_much_that_is_new_nobody_counts_it_all()
    {
        var (bea, wen) = (await world.Register("Bea Lindqvist", "bea@ropes.example"), await world.Register("Wen Li", "wen@ropes.example"));
        var place = await world.Found(bea, "Rope Makers", "ropes");
        await world.Join(wen, place);
        for (var n = 1; n < News.Many; n++) await world.Begin(bea, $"Rope {n}", where: place);
        Assert.Equal("All 49 with something new", All(await wen.Get("/c/ropes")));
        var last = await world.Begin(bea, "The last rope", where: place);
        await world.Begin(bea, "One more", where: place);
        for (var n = 1; n <= NewPosts.Many; n++) await world.Reply(bea, last, $"Strand {n}");
        Assert.Equal("All fifty or more with something new", All(await wen.Get("/c/ropes")));
        Assert.Contains("Something new in fifty conversations or more", (await wen.Get("/")).Text, StringComparison.Ordinal);
        var missed = (await wen.Get("/c/ropes/catch-up")).Text;
        foreach (var said in new[] { "Fifty conversations or more", "twenty or more new", "and many before", "Many more conversations" }) Assert.Contains(said, missed, StringComparison.Ordinal);
        foreach (var other in new[] { world.Ruth, world.Samir }) Assert.DoesNotContain("ropes/conversations", (await other.Get("/")).Text, StringComparison.Ordinal);
    }

    private static string? All(Screen screen) => screen.Page.QuerySelector("a[href='/c/ropes/conversations?show=new']")?.TextContent;

    private static List<string> Titles(Screen screen) => [.. screen.Page.QuerySelectorAll(".threads .unread h3").Select(h => h.TextContent)];
}
