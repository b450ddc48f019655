using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Tests;
using Leaderful.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

/// <summary>What is sent where there is no network waits on the device, and goes out by itself: once, in its order, with its files.</summary>
public class UnsentTests(Hall hall, LiveWorld world) : InHall(hall)
{
    [Fact(Timeout = Hall.Longest)]
    public async Task Two_replies_and_a_picture_wait_through_a_closed_browser_and_go_out_in_their_order()
    {
        var id = await world.Begin(world.Ruth, "The hall by the river", "There is no network in the cellar.");
        var page = await Open(world, world.Again(world.Ines));
        await page.GotoAsync(Talk.Path(id));
        await page.Context.SetOfflineAsync(true);

        await page.Field("Your reply").FillAsync("I am in the cellar, @Ruth Abara.");
        await page.GetByText("Bring pictures or files").TapAsync();
        await page.Locator("#files").SetInputFilesAsync(new FilePayload { Name = "cellar.png", MimeType = "image/png", Buffer = Drawing.Of(64, 48) });
        await page.Button("Reply").TapAsync();
        await page.Waits("1 change waits for a network").IsShown();
        await Assertions.Expect(page.Field("Your reply")).ToHaveValueAsync("");
        await page.Field("Your reply").FillAsync("It is dry.");
        await page.Button("Reply").TapAsync();
        await page.Waits("2 changes wait for a network").TapAsync();
        await page.Locator(".unsent").GetByText("It is dry.").IsShown();
        await WithoutNetwork(page);
        Assert.Equal(1, await world.Posts(id));

        // Back in the street, with the browser opened anew, on any page.
        var context = page.Context;
        await page.CloseAsync();
        await context.SetOfflineAsync(false);
        var again = await Hall.OpenIn(context);
        await again.GotoAsync("/");
        await again.Toast().First.IsShown();
        await Assertions.Expect(again.Locator(".unsent")).ToBeHiddenAsync();
        await again.GotoAsync(Talk.Path(id));
        var said = again.Locator(".thread > li");
        await Assertions.Expect(said).ToHaveCountAsync(3);
        await Assertions.Expect(said.Nth(1)).ToContainTextAsync("I am in the cellar");
        await said.Nth(1).Locator(".picture img").IsShown();
        await Assertions.Expect(said.Nth(2)).ToContainTextAsync("It is dry.");
        await Assertions.Expect(again.Field("Your reply")).ToHaveValueAsync("");
        await LooksRight(again);
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task What_the_house_took_without_being_heard_is_not_said_twice()
    {
        var id = await world.Begin(world.Ruth, "An answer that is lost on its way", "Say something.");
        var page = await Open(world, world.Again(world.Ines), phone: false, dark: true);
        await page.GotoAsync(Talk.Path(id));
        await page.RouteAsync("**/posts", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await page.Field("Your reply").FillAsync("Only once, please.");
        await page.Button("Reply").PressOn();
        await page.Waits("1 change waits for a network").IsShown();
        Assert.Equal(2, await world.Posts(id));
        await page.UnrouteAllAsync();
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Assertions.Expect(page.Locator(".unsent")).ToBeHiddenAsync();
        Assert.Equal(2, await world.Posts(id));
        Hall.Troubles(page);
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task What_waits_is_taken_back_and_changed_by_keyboard()
    {
        var id = await world.Begin(world.Ruth, "Words one thinks better of", "How was it?");
        var page = await Open(world, world.Again(world.Ines), phone: false);
        await page.GotoAsync(Talk.Path(id));
        await page.Context.SetOfflineAsync(true);
        await page.Field("Your reply").FillAsync("Dreadful.");
        await page.Button("Reply").PressOn();
        await page.Waits("1 change waits for a network").PressOn();
        await page.Reach(page.Button("Take back to change"));
        await WithoutNetwork(page);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".unsent")).ToBeHiddenAsync();
        await Assertions.Expect(page.Field("Your reply")).ToBeFocusedAsync();
        await Assertions.Expect(page.Field("Your reply")).ToHaveValueAsync("Dreadful.");
        await page.Field("Your reply").FillAsync("Hard, and worth it.");
        await page.Context.SetOfflineAsync(false);
        await page.Button("Reply").PressOn();
        await page.Post("Hard, and worth it.").IsShown();
        Assert.Equal(2, await world.Posts(id));
        Hall.Troubles(page);
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task What_cannot_be_taken_any_more_stays_with_the_reason_until_it_is_thrown_away()
    {
        var id = await world.Begin(world.Ruth, "Closed while one was away", "The last word is Monday's.");
        var page = await Open(world, world.Again(world.Ines));
        await page.GotoAsync(Talk.Path(id));
        await page.Context.SetOfflineAsync(true);
        await page.Field("Your reply").FillAsync("One more thing.");
        await page.Button("Reply").TapAsync();
        await page.Waits("1 change waits for a network").IsShown();
        await world.Ruth.Post($"{Talk.Path(id)}/closing");
        await page.Context.SetOfflineAsync(false);
        await page.Waits("1 change was not taken").TapAsync();
        await page.Locator(".unsent").GetByText("One more thing.").IsShown();
        await page.Locator(".unsent .wrong").IsShown();
        Hall.Troubles(page);
        await LooksRight(page);
        await page.Button("Throw away").TapAsync();
        await page.Button("Throw away for good?").TapAsync();
        await Assertions.Expect(page.Locator(".unsent")).ToBeHiddenAsync();
        Assert.Equal(1, await world.Posts(id));
        Hall.Troubles(page);
    }

    /// <summary>All is as it should be, at the foot of the page, but for what the browser says of the network.</summary>
    private async Task WithoutNetwork(IPage page)
    {
        await page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");
        Assert.All(await Looks.Wrong(Hall, page), said => Assert.Contains("net::ERR_INTERNET_DISCONNECTED", said, StringComparison.Ordinal));
        await Keep(page);
    }
}

internal static class Unsent
{
    public static ILocator Waits(this IPage page, string words) => page.Locator(".unsent > summary").Filter(new() { HasText = words });

    public static Task<int> Posts(this World world, Id<Conversation> id) => world.Read(db => db.The<Post>().CountAsync(p => p.ConversationId == id));
}
