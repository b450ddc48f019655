using Leaderful.OpenSpace.Wall;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests.WholeEvent;

/// <summary>Each session leaves a report, begun by whoever was there.</summary>
public sealed partial class WholeEventTests
{
    private static readonly Dictionary<string, string> Reports = new()
    {
        [Lamp] = "Two steps are dark, the fourth and the ninth.",
        [Keys] = "There are three keys and five doors.",
        [Cellar] = "A cable from the lodge would do.",
    };

    private async Task ReportTheOthers()
    {
        foreach (var (page, title) in new[] { (bea, Keys), (tom, Cellar), (ada, Lamp) })
        {
            await BeginReport(page, title);
            await WriteOn(page, "What mattered", [Reports[title]]);
            await IsSaved(page);
            await Keep(page);
        }
        await tom.GotoAsync(await TopicPath(Keys));
        await tom.Button("I was there").TapAsync();
        await Assertions.Expect(tom.Button("I was there")).ToHaveAttributeAsync("aria-pressed", "true");
        await LooksRight(tom);
    }

    private async Task BeginReport(IPage page, string title)
    {
        await page.GotoAsync(await TopicPath(title));
        await page.Button("Write the report").PressOn();
        await Ready(page);
    }

    private async Task<string> TopicPath(string title)
    {
        var board = await world.Read(db => db.BoardOf(id));
        return At($"wall/topics/{board.Slips.Single(s => s.Title == title).Id}");
    }

    private static Task Ready(IPage page) => page.Locator("[data-page-open] .page-text[contenteditable=true]").IsShown();

    private static Task IsSaved(IPage page) => Assertions.Expect(page.Locator("[data-page-state]")).ToHaveTextAsync("Saved");

    /// <summary>Lines of a list under a heading, after what stands in its first.</summary>
    private static async Task WriteOn(IPage page, string heading, string[] lines)
    {
        await page.Locator($".page-text > :is(h2, h3, h4):has-text(\"{heading}\") + * li").First.Locator("p").First.ClickAsync();
        await page.Keyboard.PressAsync("End");
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.TypeAsync(lines[i]);
        }
    }
}
