using Leaderful.Tests;
using Leaderful.Tests.Conversations;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

/// <summary>By keys alone: nothing here touches or points.</summary>
public class KeyboardTests(Hall hall, LiveWorld world) : InHall(hall)
{
    [Fact(Timeout = Hall.Longest)]
    public async Task The_first_stop_skips_to_the_page()
    {
        var page = await Open(world, world.Ruth, phone: false);
        await page.GotoAsync("/c/millbrook/conversations");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".skip")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("main :focus")).ToBeInViewportAsync();
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task A_conversation_is_begun_answered_and_taken_down_without_a_mouse()
    {
        var page = await Open(world, world.Ruth, phone: false);
        await page.GotoAsync("/c/millbrook/conversations");
        await page.Reach(page.Locator("main .act.main"));
        await page.Keyboard.PressAsync("Enter");
        await page.Reach(page.Field("What is it about?"));
        await page.Keyboard.TypeAsync("Lamps");
        await page.Reach(page.Field("What would you like to say?"));
        await page.Keyboard.TypeAsync("One is broken.");
        await page.Reach(page.Button("Begin it"));
        await page.Keyboard.PressAsync("Enter");
        await page.Heading("Lamps").IsShown();
        await page.Reach(page.Field("Your reply"));
        await page.Keyboard.TypeAsync("Two, even.");
        await page.Reach(page.Button("Reply"));
        await page.Keyboard.PressAsync("Enter");
        await page.Post("Two, even.").IsShown();
        await page.Reach(page.Post("Two, even.").GetByRole(AriaRole.Link, new() { Name = "More" }));
        await page.Keyboard.PressAsync("Enter");
        await page.Heading("What you can do with this post").IsShown();
        await page.Reach(page.Button("Take it down"));
        await page.Keyboard.PressAsync("Enter");
        await page.Toast().IsShown();
        await page.Reach(page.Toast().GetByRole(AriaRole.Button));
        await page.Keyboard.PressAsync("Enter");
        await page.Post("Two, even.").IsShown();
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task The_sheet_of_places_opens_closes_and_gives_the_focus_back()
    {
        var page = await Open(world, world.Ruth);
        await page.GotoAsync("/c/millbrook");
        var opener = page.Locator(".bar button");
        await opener.PressOn();
        await page.Locator("#places").IsShown();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#places")).ToBeHiddenAsync();
        await Assertions.Expect(opener).ToBeFocusedAsync();
        await opener.PressOn();
        await page.Locator("#places").GetByRole(AriaRole.Link, new() { Name = "Agreements" }).PressOn();
        await page.Heading("What we agreed").IsShown();
        await Assertions.Expect(page.Locator(".bar button")).ToContainTextAsync("Agreements");
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task What_only_one_choice_needs_is_asked_for_with_that_choice()
    {
        var page = await Open(world, world.Ines, phone: false);
        await page.GotoAsync("/c/millbrook/settings");
        var questions = page.Field("What do you ask whoever would like to join?");
        await page.GetByRole(AriaRole.Radio, new() { Name = "By invitation" }).PressAsync(" ");
        await Assertions.Expect(questions).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(questions).ToBeFocusedAsync();
    }
}
