using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

public class FirstLookTests(Hall hall, LiveWorld world) : InHall(hall)
{
    [Fact(Timeout = Hall.Longest)]
    public async Task A_page_that_is_not_there_says_so_and_shows_the_way_home()
    {
        var page = await Open(world, world.Ines);
        await page.GotoAsync("/nothing-here");
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main a.act")).ToHaveAttributeAsync("href", "/");
    }
}
