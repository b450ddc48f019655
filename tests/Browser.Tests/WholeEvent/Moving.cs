using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests.WholeEvent;

/// <summary>Topics find their times and places, each moved in another way; two become one, one goes.</summary>
public sealed partial class WholeEventTests
{
    private async Task MoveByKeyboard()
    {
        var to = await Cell(1, "Yard");
        await MayBeTaken(ada, Lamp);
        await ada.Reach(SlipOf(ada, Lamp).Locator("[data-lift]"));
        await ada.Keyboard.PressAsync("Enter");
        await ada.Locator(".hand").GetByText(Lamp).IsShown();
        await LooksRight(ada);
        await ada.Reach(ada.Locator($"{to} .free"));
        await ada.Keyboard.PressAsync("Enter");
        await HangsIn(to, Lamp);
        await Assertions.Expect(SlipOf(ada, Lamp).Locator("[data-lift]")).ToBeFocusedAsync();
    }

    /// <summary>Out of the tray.</summary>
    private async Task MoveByMouse()
    {
        var to = await Cell(0, "Gym");
        await ruth.GotoAsync(At("wall"));
        await MayBeTaken(ruth, Keys);
        // First taken, then carried up the page.
        await SlipOf(ruth, Keys).HoverAsync();
        await ruth.Mouse.DownAsync();
        await SlipOf(ruth, Keys).HoverAsync(new() { Position = new() { X = 9, Y = 9 }, Force = true });
        foreach (var free in new[] { ruth.Locator($"{to} .free"), ruth.Locator($"{to} .free .aim") }) await free.HoverAsync(new() { Force = true });
        await ruth.Mouse.UpAsync();
        await HangsIn(to, Keys);
        await Keep(ruth);
    }

    /// <summary>To another time, whose tab is touched in between.</summary>
    private async Task MoveByTouch()
    {
        var to = await Cell(1, "Library");
        await tom.GotoAsync(At("wall"));
        await MayBeTaken(tom, Soup);
        await SlipOf(tom, Soup).Locator("[data-lift]").TapAsync();
        await tom.Locator(".hand").GetByText(Soup).IsShown();
        await tom.Locator(".slot-tabs").GetByLabel("12:00").TapAsync();
        await LooksRight(tom);
        await tom.Locator($"{to} .free").TapAsync();
        await HangsIn(to, Soup);
    }

    /// <summary>Before, it is a link to where it is moved without script.</summary>
    private static Task MayBeTaken(IPage page, string title) => Assertions.Expect(SlipOf(page, title)).ToHaveAttributeAsync("draggable", "true");

    private async Task HangsIn(string cell, string title)
    {
        await Assertions.Expect(onPhone.Locator($"{cell} .slip")).ToContainTextAsync(title);
        await SameWall();
    }

    /// <summary>Bread and soup are one conversation.</summary>
    private async Task JoinTwo()
    {
        await ines.GotoAsync(At("wall"));
        await ines.Locator(".slot-tabs").GetByLabel("12:00").TapAsync();
        await ines.Link(Bread).TapAsync();
        await ines.Heading(Bread).IsShown();
        await LooksRight(ines);
        await ines.Locator("summary").Filter(new() { HasText = "Join it to another topic" }).TapAsync();
        await ines.Locator("#into").SelectOptionAsync(new SelectOptionValue { Label = $"{Soup} · Old Tom" });
        await ines.Button("Join them").TapAsync();
        await ines.GetByText("Joined to another topic").IsShown();
        await LooksRight(ines);
        await Assertions.Expect(SlipOf(onPhone, Soup)).ToContainTextAsync($"with “{Bread}”");
        await SameWall();
    }

    /// <summary>Let go, brought back with a touch because it was a slip of the finger, and let go.</summary>
    private async Task LetOneGo()
    {
        await bea.Locator(".slot-tabs").GetByLabel("14:00").TapAsync();
        await bea.Link(Chess).TapAsync();
        await bea.Button("Let it go").TapAsync();
        await bea.Button("Bring it back").IsShown();
        await LooksRight(bea);
        await SameWall();
        await bea.Button("Bring it back").TapAsync();
        await bea.Button("Let it go").IsShown();
        await SameWall();
        await bea.Button("Let it go").TapAsync();
        await bea.Button("Bring it back").IsShown();
        await SameWall();
    }
}
