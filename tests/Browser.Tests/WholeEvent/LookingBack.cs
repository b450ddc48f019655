using System.Globalization;
using Leaderful.Data;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Wall;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests.WholeEvent;

/// <summary>What became of it: one thing is kept, one is barred, and that one is where the next Open Space begins.</summary>
public sealed partial class WholeEventTests
{
    private const string Barrier = "The lodge wants it in writing.";

    private async Task LookBack()
    {
        await ines.GotoAsync(At("reviews"));
        await Entry(ines, Actions[0].What).Locator("summary").TapAsync();
        await Entry(ines, Actions[0].What).GetByRole(AriaRole.Button, new() { Name = "It is kept" }).TapAsync();
        await Assertions.Expect(ines.Locator(".review-heap").Filter(new() { HasText = "kept" }).First).ToContainTextAsync(Actions[0].What);
        await LooksRight(ines);

        await ruth.GotoAsync(At("reviews"));
        await Entry(ruth, Actions[1].What).Locator("summary").ClickAsync();
        await Entry(ruth, Actions[1].What).GetByLabel("How is it going, in a line?").FillAsync(Barrier);
        await Entry(ruth, Actions[1].What).GetByRole(AriaRole.Button, new() { Name = "Something is in the way" }).ClickAsync();
        await Assertions.Expect(ruth.Locator(".review-heap").Filter(new() { HasText = "something in the way" })).ToContainTextAsync(Barrier);
        await ruth.GetByLabel("In a quarter").CheckAsync();
        await LooksRight(ruth);
        await ruth.Button("We looked at it").ClickAsync();
        await Assertions.Expect(Part(ruth, "next")).ToContainTextAsync("said by Ruth Abara");
        var next = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddMonths(3);
        await Assertions.Expect(Part(ruth, "next")).ToContainTextAsync(next.ToString("d MMMM", CultureInfo.GetCultureInfo("en-GB")));
        await LooksRight(ruth);
    }

    private static ILocator Entry(IPage page, string what) => page.Locator(".review-heap .ledger > li").Filter(new() { HasText = what });

    private async Task BeginTheNextFromHere()
    {
        await ruth.Link("Start the next one from here").ClickAsync();
        await ruth.Field("What is it called?").FillAsync("And the days?");
        await ruth.Locator("#day").FillAsync(InDays(30));
        await ruth.Locator("#carry label").Filter(new() { HasText = Actions[1].What }).GetByRole(AriaRole.Checkbox).CheckAsync();
        await LooksRight(ruth);
        await ruth.Button("Call it").ClickAsync();
        await ruth.WaitForURLAsync("**/preparing");
        var next = Id<Space>.Parse(new Uri(ruth.Url).Segments[^2].TrimEnd('/'), null);
        Assert.NotEqual(id, next);
        await LooksRight(ruth);
        await ruth.GotoAsync($"/c/millbrook/gatherings/{next}/wall");
        await Assertions.Expect(ruth.Locator("#tray .slip")).ToContainTextAsync(Actions[1].What);
        await Assertions.Expect(ruth.Locator(".wall .places")).ToContainTextAsync("Library");
        await LooksRight(ruth);
        var board = await world.Read(db => db.BoardOf(next));
        Assert.Equal(4, board.Slots.Count);
        Assert.Equal(Actions[1].What, Assert.Single(board.Slips).Title);
    }
}
