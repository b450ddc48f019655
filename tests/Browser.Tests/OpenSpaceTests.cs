using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Wall;
using Leaderful.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

/// <summary>A day in Open Space: the code in the room, the wall, the hall, a report, and the book of it all.</summary>
public class OpenSpaceTests(Hall hall, LiveWorld world) : InHall(hall)
{
    private const int MostTaps = 6;

    [Fact(Timeout = Hall.Longest)]
    public async Task A_first_timer_has_a_topic_on_the_wall_that_all_see_through_a_cut_network_and_the_book_holds_it()
    {
        var (id, theme) = await Called();
        var ruth = await Open(world, world.Again(world.Ruth), phone: false);
        await ruth.GotoAsync($"/c/millbrook/gatherings/{id}/preparing");
        await ruth.Button("Invite").ClickAsync();
        await ruth.Button("Open the space").ClickAsync();
        await ruth.GotoAsync($"/c/millbrook/gatherings/{id}/code");
        await ruth.Button("Make a code").ClickAsync();
        var code = (await ruth.Locator("p.code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await LooksRight(ruth);
        await ruth.GotoAsync($"/c/millbrook/gatherings/{id}/wall");
        await LooksRight(ruth);
        var projector = await Open(world, world.Again(world.Ines), phone: false, dark: true);
        await projector.GotoAsync($"/c/millbrook/gatherings/{id}/wall/hall");

        // By the code alone, on a phone nobody is signed in on.
        var began = TimeProvider.System.GetTimestamp();
        var guest = await Open(world);
        await guest.GotoAsync($"/in/{code}");
        await guest.Heading(theme).IsShown();
        await guest.Field("What shall we call you?").FillAsync("Old Tom");
        await guest.Button("Come in").TapAsync();
        await guest.Link("Post a topic").TapAsync();
        await guest.Field("What is it about?").FillAsync("Soup that is hot at four");
        await guest.Button("Put it up").TapAsync();
        await guest.Locator(".slip").Filter(new() { HasText = "Soup that is hot at four" }).IsShown();
        Assert.True(3 <= MostTaps && TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(60));
        await LooksRight(guest);

        // Everybody sees it, without asking again.
        await ruth.Locator(".slip").Filter(new() { HasText = "Soup that is hot at four" }).IsShown();
        await projector.Locator("#hall").GetByText("Soup that is hot at four").IsShown();
        await LooksRight(projector);

        // Without a network nothing is lost: it waits, is told, and goes out by itself.
        await guest.Link("Post a topic").TapAsync();
        await guest.Field("What is it about?").FillAsync("The cellar has no network");
        await guest.Context.SetOfflineAsync(true);
        await guest.Button("Put it up").TapAsync();
        await guest.Waits("1 change waits for a network").IsShown();
        Assert.Single((await world.Read(db => db.BoardOf(id))).Slips);
        await guest.Context.SetOfflineAsync(false);
        await ruth.Locator(".slip").Filter(new() { HasText = "The cellar has no network" }).IsShown();
        Assert.Equal(2, (await world.Read(db => db.BoardOf(id))).Slips.Count);

        // What the browser said of the network that was not there.
        Hall.Troubles(guest);

        // Whoever holds the space moves it by keyboard; the phone follows.
        await guest.GotoAsync($"/c/millbrook/gatherings/{id}/wall");
        await ruth.Locator(".slip").Filter(new() { HasText = "The cellar has no network" }).Locator("[data-lift]").PressOn();
        await ruth.Locator(".hand").GetByText("The cellar has no network").IsShown();
        var free = ruth.Locator(".cell:not(:has(.slip)) .free").Last;
        var cell = await free.EvaluateAsync<string>("e => e.closest('.cell').id");
        await free.PressOn();
        await Assertions.Expect(guest.Locator($"[id='{cell}'] .slip")).ToHaveCountAsync(1);
        await Assertions.Expect(ruth.Locator($"[id='{cell}'] .slip")).ToHaveCountAsync(1);

        // The report is written by the guest and a member at once, and is in the book.
        await guest.Locator(".slip h3 a").Filter(new() { HasText = "Soup that is hot at four" }).TapAsync();
        await guest.WaitForURLAsync("**/wall/topics/*");
        await LooksRight(guest);
        await guest.Button("Write the report").TapAsync();
        await Ready(guest);
        var ines = await Open(world, world.Again(world.Ines));
        await ines.GotoAsync(new Uri(guest.Url).PathAndQuery);
        await Ready(ines);
        await Write(guest, "A pot on the lodge's stove.");
        await ines.GetByText("A pot on the lodge's stove.").IsShown();
        await Write(ines, " Ines brings bread.");
        await guest.GetByText("Ines brings bread.").IsShown();
        await LooksRight(guest);
        await guest.Locator("[data-page-state]").Filter(new() { HasText = "Saved" }).IsShown();
        await ruth.GotoAsync($"/c/millbrook/gatherings/{id}/book");
        await Eventually(async () =>
        {
            await ruth.ReloadAsync();
            return (await ruth.Locator("main").InnerTextAsync()).Contains("Ines brings bread.", StringComparison.Ordinal);
        });
        await Assertions.Expect(ruth.Locator("main")).ToContainTextAsync("Old Tom");
        await Assertions.Expect(ruth.Locator("main")).ToContainTextAsync("The cellar has no network");
        await LooksRight(ruth);
    }

    /// <summary>Begun an hour ago, by the clock of everybody's; two times that are on or to come, three places.</summary>
    private async Task<(Id<Space> Id, string Theme)> Called()
    {
        var (by, now, theme) = (world.Ruth.Person.ActorId, TimeProvider.System.GetUtcNow().UtcDateTime, $"What would make the night ours? {Guid.NewGuid():N}");
        var start = now.AddHours(-1);
        var wish = new GatheringWish(GatheringKind.OpenSpace, theme, new GatheringTime(DateOnly.FromDateTime(start), TimeOnly.FromDateTime(start), 600, "Etc/UTC"));
        var id = (await world.Writes.Do(unit => unit.CallGathering(by, world.Millbrook.Id, new GatheringHost(world.Millbrook.ScopeId, null), wish))).As<Space>();
        // Both on the day on which it is now, however late that is.
        var today = DateOnly.FromDateTime(now);
        await world.Writes.Do(unit => unit.AddSlot(by, id, new SlotWish(today, new TimeOnly(0, 0), 719)));
        await world.Writes.Do(unit => unit.AddSlot(by, id, new SlotWish(today, new TimeOnly(12, 0), 720)));
        foreach (var place in (string[])["Library", "Gym", "Yard"]) await world.Writes.Do(unit => unit.AddPlace(by, id, place));
        return (id, theme);
    }

    private static Task Ready(IPage page) => page.Locator("[data-page-open] .page-text[contenteditable=true]").IsShown();

    /// <summary>At the end of the first list.</summary>
    private static async Task Write(IPage page, string words)
    {
        await page.Locator(".page-text li").First.ClickAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(words);
    }

    private static async Task Eventually(Func<Task<bool>> isSo)
    {
        for (var tries = 0; tries < 40; tries++)
        {
            if (await isSo()) return;
            await Task.Delay(500);
        }
        Assert.Fail("It did not come to be.");
    }
}
