using System.Globalization;
using Leaderful.Gatherings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

public class GatheringTests(Hall hall, LiveWorld world) : InHall(hall)
{
    [Theory(Timeout = Hall.Longest)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Called_on_a_phone_answered_on_another_and_read_by_the_clock_of_the_reader(bool script)
    {
        var title = $"What the night shift knows {Guid.NewGuid():N}";
        var day = TimeProvider.System.GetUtcNow().AddDays(9);
        var ruth = await Open(world, world.Ruth, script: script);
        await ruth.GotoAsync("/c/millbrook/gatherings");
        await ruth.Link("Call a gathering").TapAsync();
        await ruth.Field("What is it called?").FillAsync(title);
        await ruth.GetByLabel("Day").FillAsync(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await ruth.GetByLabel("Begins at").FillAsync("18:30");
        // The browser says where its clock is; without script it is chosen.
        if (script) await Assertions.Expect(ruth.Locator("[data-zone-said]")).ToHaveTextAsync("Berlin");
        else
        {
            await ruth.Locator("summary").Filter(new() { HasText = "The clock of" }).TapAsync();
            await ruth.Locator("#zone").SelectOptionAsync("Europe/Berlin");
        }
        if (script) await LooksRight(ruth);
        await ruth.Button("Call it").TapAsync();
        await ruth.Heading(title).IsShown();
        await Assertions.Expect(ruth.Locator(".facts")).ToContainTextAsync("18:30 – 20:00");
        var gathering = await world.Read(db => db.The<Gathering>().SingleAsync(g => g.Title == title, TestContext.Current.CancellationToken));
        Assert.Equal(("Europe/Berlin", new TimeOnly(18, 30)), (gathering.Zone, gathering.At));

        var ines = await Open(world, world.Ines, phone: false, dark: true, script: script);
        await ines.GotoAsync(new Uri(ruth.Url).PathAndQuery);
        await ines.Button("Maybe").FocusAsync();
        await ines.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ines.Locator("main")).ToContainTextAsync("One may come");
        await Assertions.Expect(ines.Button("Maybe")).ToHaveAttributeAsync("aria-pressed", "true");
        if (script) await LooksRight(ines);
        await ruth.ReloadAsync();
        await Assertions.Expect(ruth.Locator("main")).ToContainTextAsync("One may come");
        if (script) await LooksRight(ruth);
    }
}
