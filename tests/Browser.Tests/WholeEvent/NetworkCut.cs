using System.Globalization;
using Leaderful.OpenSpace.Wall;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests.WholeEvent;

/// <summary>The network goes: for whoever puts up a topic, and for whoever writes notes. The others go on.</summary>
public sealed partial class WholeEventTests
{
    private const string Cellar = "The cellar has no network";

    /// <summary>How long it is gone; <c>bin/soak</c> takes a minute.</summary>
    private static readonly TimeSpan Cut = TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("LEADERFUL_CUT") ?? "5", CultureInfo.InvariantCulture));

    /// <summary>So long until a page that follows the wall says that it does not any more.</summary>
    private static readonly TimeSpan SaysSo = TimeSpan.FromSeconds(20);

    private static readonly string[] InTheCut = ["The pot stands on the lodge's stove.", "Tom has the recipe of his mother.", "Nobody eats alone on Fridays."];
    private const string MeanwhileRuth = "Ruth asks the bakery by Friday.";

    private async Task GoOnWithoutNetwork()
    {
        await BeginReport(ruth, Soup);
        await ines.GotoAsync(new Uri(ruth.Url).PathAndQuery);
        await Ready(ines);
        await tom.GotoAsync(At("wall/topics/new"));
        await tom.Field("What is it about?").FillAsync(Cellar);
        var gone = Task.Delay(Cut, TestContext.Current.CancellationToken);
        foreach (var page in new[] { tom, ines }) await page.Context.SetOfflineAsync(true);
        await tom.Button("Put it up").TapAsync();
        await WriteOn(ines, "What mattered", InTheCut);
        await IsTold();
        await WriteOn(ruth, "Next steps", [MeanwhileRuth]);
        await SameWall(phoneIsThere: false);
        if (Cut > SaysSo) await onPhone.Locator("[data-away]").IsShown();
        await gone;
        Assert.DoesNotContain((await world.Read(db => db.BoardOf(id))).Slips, s => s.Title == Cellar);
        foreach (var page in new[] { tom, ines }) await page.Context.SetOfflineAsync(false);
        await IsAllThere();
    }

    /// <summary>Each is told where what they wrote is.</summary>
    private async Task IsTold()
    {
        await tom.Waits("1 change waits for a network").IsShown();
        await Assertions.Expect(ines.Locator("[data-page-state]")).ToContainTextAsync("for a network");
        foreach (var page in new[] { tom, ines })
        {
            // That there is no network the browser says as well.
            Assert.All(await Looks.Wrong(Hall, page), said => Assert.Contains("net::ERR_INTERNET_DISCONNECTED", said, StringComparison.Ordinal));
            await Keep(page);
        }
    }

    /// <summary>Nothing is lost, and nothing there twice.</summary>
    private async Task IsAllThere()
    {
        await Until(async () => (await world.Read(db => db.BoardOf(id))).Slips.Count(s => s.Title == Cellar) == 1, () => Task.FromResult("The topic did not arrive."));
        await Assertions.Expect(tom.Locator(".unsent")).ToBeHiddenAsync();
        await SameWall();
        foreach (var page in new[] { ines, ruth })
        {
            await Assertions.Expect(page.Locator("[data-page-state]")).ToHaveTextAsync("Saved", new() { Timeout = 30_000 });
            foreach (var line in (string[])[.. InTheCut, MeanwhileRuth]) await Assertions.Expect(page.Locator(".page-text p").Filter(new() { HasText = line })).ToHaveCountAsync(1);
        }
        foreach (var page in new[] { tom, ines, onPhone }) Hall.Troubles(page);
        await LooksRight(ines);
        Assert.Single((await world.Read(db => db.BoardOf(id))).Slips, s => s.Title == Cellar);
    }
}
