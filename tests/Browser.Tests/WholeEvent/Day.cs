using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests.WholeEvent;

/// <summary>People come in and the wall fills: by phone, by keyboard, by somebody who writes down what is called out.</summary>
public sealed partial class WholeEventTests
{
    private const int MostTaps = 6;
    private const string Soup = "Soup that is hot at four", Lamp = "A lamp on the stairs", Keys = "Who has the keys at night?", Bread = "Bread for the soup", Chess = "Chess after midnight";

    /// <summary>A phone that was never here, from the square in the room to a topic on the wall.</summary>
    private async Task ComeInAndPostInSixTaps(string code)
    {
        var taps = 0;
        Task Tap(ILocator what) { taps++; return what.TapAsync(); }
        tom = await Open(world);
        await tom.GotoAsync($"/in/{code}");
        await tom.Heading(Theme).IsShown();
        await tom.Locator("input[type=password]").IsGone();
        await LooksRight(tom);
        await Tap(tom.Field("What shall we call you?"));
        await tom.Keyboard.TypeAsync("Old Tom");
        await Tap(tom.Button("Come in"));
        await tom.WaitForURLAsync("**/wall");
        await Tap(tom.Link("Post a topic"));
        await Tap(tom.Field("What is it about?"));
        await tom.Keyboard.TypeAsync(Soup);
        await Tap(tom.Button("Put it up"));
        await SlipOf(tom, Soup).IsShown();
        Assert.True(taps <= MostTaps, $"It took {taps} taps.");
        await LooksRight(tom);
        onPhone = await Hall.OpenIn(tom.Context);
        await onPhone.GotoAsync(At("wall"));
        await SameWall();
    }

    /// <summary>Ada touches nothing but keys, from the door to the wall.</summary>
    private async Task PostByKeyboard(string code)
    {
        ada = await Open(world, phone: false);
        await ada.GotoAsync("/in");
        await LooksRight(ada);
        await ada.Reach(ada.Field("The code"));
        await ada.Keyboard.TypeAsync(code);
        await ada.Keyboard.PressAsync("Enter");
        await ada.Reach(ada.Field("What shall we call you?"));
        await ada.Keyboard.TypeAsync("Ada");
        await ada.Keyboard.PressAsync("Enter");
        await ada.Reach(ada.Link("Post a topic"));
        await ada.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ada.Field("What is it about?")).ToBeFocusedAsync();
        await ada.Keyboard.TypeAsync(Lamp);
        await ada.Reach(ada.Button("Put it up"));
        await ada.Keyboard.PressAsync("Enter");
        await SlipOf(ada, Lamp).IsShown();
        await SameWall();
    }

    /// <summary>Grandmother Ida has no phone; Ines and Bea have something, too.</summary>
    private async Task WriteDownWhatOthersCallOut()
    {
        await bea.GotoAsync(At("wall/topics/new"));
        await bea.Field("What is it about?").FillAsync(Keys);
        await bea.Field("Who calls it?").FillAsync("Grandmother Ida");
        await bea.Locator("#where").SelectOptionAsync("tray");
        await LooksRight(bea);
        await bea.Button("Put it up").TapAsync();
        await Assertions.Expect(SlipOf(bea, Keys)).ToContainTextAsync("Grandmother Ida");
        await SameWall();
        foreach (var (page, title, slot, place) in new[] { (ines, Bread, 1, "Gym"), (bea, Chess, 2, "Yard") })
        {
            await page.GotoAsync(At("wall/topics/new"));
            await page.Field("What is it about?").FillAsync(title);
            await page.Locator("#where").SelectOptionAsync(await Spot(slot, place));
            await page.Button("Put it up").TapAsync();
            await page.WaitForURLAsync("**/wall");
            await SameWall();
        }
        await LooksRight(bea);
        await Keep(onProjector);
        await Keep(inTheHall);
    }

    private async Task LetSessionsRun()
    {
        await ruth.GotoAsync(At("preparing"));
        await ruth.Button("Let sessions run").ClickAsync();
        await Part(ruth, "stage").GetByText("Sessions run.").IsShown();
        await SameWall();
    }
}
