using Leaderful.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

public class AgreementTests(Hall hall, AgreeingWorld world) : InHall(hall), IClassFixture<AgreeingWorld>
{
    [Fact(Timeout = Hall.Longest)]
    public async Task Members_are_asked_again_when_an_agreement_changes()
    {
        var ines = await Open(world, world.Ines, phone: false);
        await ines.GotoAsync("/c/millbrook/agreements");
        await ines.Link("Write an agreement").ClickAsync();
        await Keep(ines, "What is said here", "What is said here about a ward stays here.");
        var ruth = await Open(world, world.Ruth);
        await Accept(ruth, "What is said here about a ward stays here.");

        await ines.GotoAsync("/c/millbrook/agreements");
        await ines.Link("What is said here").ClickAsync();
        await ines.Link("Change the wording").ClickAsync();
        await Keep(ines, "What is said here", "What is said here about a person stays here.");
        await ruth.GotoAsync("/c/millbrook/conversations");
        await Assertions.Expect(ruth.Locator("ins").First).ToContainTextAsync("person");
        await Accept(ruth, "person");
        await ruth.GotoAsync("/c/millbrook/conversations");
        await ruth.Heading("Conversations").IsShown();
    }

    private static async Task Keep(IPage page, string title, string text)
    {
        await page.Field("What is it about?").FillAsync(title);
        await page.Field("What do we agree?").FillAsync(text);
        await page.Button("Keep it").ClickAsync();
        await page.Toast().IsShown();
    }

    private async Task Accept(IPage page, string reads)
    {
        await page.GotoAsync("/c/millbrook/conversations");
        await page.Heading("Our agreements have changed").IsShown();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(reads);
        await LooksRight(page);
        await page.Field("I have read this and accept it.").CheckAsync();
        await page.Button("Accept").TapAsync();
        await page.Heading("Conversations").IsShown();
    }
}
