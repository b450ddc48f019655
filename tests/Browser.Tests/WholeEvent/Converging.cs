using Leaderful.Data;
using Leaderful.OpenSpace.Wall;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests.WholeEvent;

/// <summary>Where the energy is, and what somebody takes on.</summary>
public sealed partial class WholeEventTests
{
    private const string Stove = "A stove for the yard", Rota = "Keys at the lodge";

    /// <summary>What is done, by whom and by when, as it has to stand wherever it is told.</summary>
    private static readonly (string What, string Who, string Day)[] Actions =
        [("Ask the school for its old stove", "Ines Okoro", InDays(9)), ("Hang a list of keys at the lodge", "Ruth Abara", InDays(5))];

    /// <summary>Dots for whoever is in the room; every topic is shown, those without any and the one that was let go among them.</summary>
    private async Task ShowTheEnergy()
    {
        await ruth.GotoAsync(At("energy"));
        await ruth.Field("Dots for each person").FillAsync("3");
        await LooksRight(ruth);
        await ruth.Button("Let people put dots").ClickAsync();
        await ruth.Button("End it and show the sums").IsShown();
        await Dot(tom, Soup, Soup, Cellar);
        await Dot(ines, Soup, Keys);
        await LooksRight(tom);
        await ruth.ReloadAsync();
        await ruth.Button("End it and show the sums").ClickAsync();
        await ruth.GetByText("What the dots came to").IsShown();
        await Assertions.Expect(Thread(Soup)).ToContainTextAsync("3 dots");
        await Assertions.Expect(Thread(Lamp)).ToContainTextAsync("No dots");
        var all = (await world.Read(db => db.BoardOf(id))).Slips.Count(s => s.MergedIntoId is null);
        await Assertions.Expect(ruth.Locator(".threads > li")).ToHaveCountAsync(all);
        await LooksRight(ruth);
        await tom.ReloadAsync();
        await LooksRight(tom);
    }

    private ILocator Thread(string title) => ruth.Locator(".threads > li").Filter(new() { HasText = title });

    private async Task Dot(IPage page, params string[] titles)
    {
        await page.GotoAsync(At("energy"));
        for (var put = 0; put < titles.Length; put++)
        {
            await page.Button($"Put one dot on: {titles[put]}").TapAsync();
            var left = 2 - put;
            await Assertions.Expect(page.Locator(".dots-left")).ToContainTextAsync(left switch { 0 => "You have put all your dots", 1 => "1 dot left", _ => $"{left} dots left" });
        }
    }

    /// <summary>A guest calls out what is to be done, and a member takes it on; whoever holds the space has one, too.</summary>
    private async Task TakeOnWhatIsToBeDone()
    {
        await ruth.Button("Reopen the space for action").ClickAsync();
        await ruth.GetByText("The space is open for action.").First.IsShown();
        await PutUp(tom, Stove);
        await tom.GotoAsync(await TopicPath(Stove));
        await LooksRight(tom);
        await PutUp(ruth, Rota);
        await TakeOn(ines, Stove, Actions[0]);
        await TakeOn(ruth, Rota, Actions[1]);
        await LooksRight(ines);
    }

    private async Task PutUp(IPage page, string title)
    {
        await page.GotoAsync(At("wall/topics/new"));
        await page.Field("What is it about?").FillAsync(title);
        await page.Button("Put it up").PressOn();
        await page.WaitForURLAsync("**/wall");
        await SameWall();
    }

    private async Task TakeOn(IPage page, string title, (string What, string Who, string Day) action)
    {
        await page.GotoAsync(await TopicPath(title));
        await page.Link("I take this on").PressOn();
        await page.Field("What I will do").FillAsync(action.What);
        await page.Locator("#day").FillAsync(action.Day);
        await LooksRight(page);
        await page.Button("Take it on").PressOn();
        await Assertions.Expect(Part(page, "champion")).ToContainTextAsync($"Taken on by {action.Who}");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(action.What);
    }
}
