using Leaderful.Accounts;
using Leaderful.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

/// <summary>From the code on the console to two people in a conversation: one on a laptop, one on a phone.</summary>
public class BeginningTests(Hall hall, EmptyLiveWorld world) : InHall(hall), IClassFixture<EmptyLiveWorld>
{
    [Fact(Timeout = Hall.Longest)]
    public async Task The_first_person_sets_up_invites_and_the_second_joins_on_a_phone()
    {
        var ines = await Open(world, phone: false);
        await SetUp(ines);
        var link = await Invite(ines);
        var ruth = await Open(world);
        await Join(ruth, link);
        await ruth.Locator(".bar button").TapAsync();
        await ruth.Locator("#places").GetByRole(AriaRole.Link, new() { Name = "People" }).TapAsync();
        await ruth.Locator("main").GetByText("Ines Okoro").IsShown();
        await LooksRight(ruth);
    }

    private async Task SetUp(IPage page)
    {
        await page.GotoAsync("/");
        await page.Heading("Begin here").IsShown();
        await LooksRight(page);
        await page.Field("The code from the console").FillAsync("WRON-GCOD-E234");
        await page.Field("Your name").FillAsync("Ines Okoro");
        await page.Field("Your e-mail address").FillAsync("ines@millbrook.example");
        await page.Field("What is the community called?").FillAsync("Millbrook Care Network");
        await page.Button("Begin").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Assertions.Expect(page.Field("Your name")).ToHaveValueAsync("Ines Okoro");
        await LooksRight(page);
        await page.Field("The code from the console").FillAsync(world.Services.GetRequiredService<SetUpCode>().Code);
        await page.Button("Begin").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/c/millbrook-care-network$"));
        await LooksRight(page);
    }

    private async Task<string> Invite(IPage page)
    {
        await page.GotoAsync("/c/millbrook-care-network/invitations");
        await page.Button("Make the link").ClickAsync();
        await page.Locator(".invitation .qr svg").IsShown();
        await LooksRight(page);
        return new Uri((await page.Locator(".invitation .address").TextContentAsync())!.Trim()).PathAndQuery;
    }

    private async Task Join(IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.Heading("Millbrook Care Network").IsShown();
        await LooksRight(page);
        await page.Locator("main a.act, main button.act").Or(page.Field("Your e-mail address")).First.IsShown();
        if (await page.Link("Come in").IsVisibleAsync()) await page.Link("Come in").TapAsync();
        await page.Field("Your e-mail address").FillAsync("ruth@millbrook.example");
        await page.Locator("main button.act.main").TapAsync();
        await page.Heading("Look in your mail").IsShown();
        await LooksRight(page);
        await page.GotoAsync(await world.LinkTo("ruth@millbrook.example"));
        await page.Field("What should people call you?").FillAsync("Ruth Abara");
        await page.Button("Make my account").TapAsync();
        await page.Button("Join as Ruth Abara").TapAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/c/millbrook-care-network"));
    }
}
