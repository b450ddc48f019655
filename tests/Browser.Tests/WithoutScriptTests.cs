using Leaderful.Accounts;
using Leaderful.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

public class WithoutScriptTests(Hall hall, EmptyLiveWorld world) : InHall(hall), IClassFixture<EmptyLiveWorld>
{
    [Fact(Timeout = Hall.Longest)]
    public async Task One_can_set_up_join_speak_edit_and_take_down_without_script()
    {
        var ines = await Open(world, script: false);
        await ines.GotoAsync("/");
        await ines.Field("The code from the console").FillAsync(world.Services.GetRequiredService<SetUpCode>().Code);
        await ines.Field("Your name").FillAsync("Ines Okoro");
        await ines.Field("Your e-mail address").FillAsync("ines@millbrook.example");
        await ines.Field("What is the community called?").FillAsync("Mill");
        await ines.Button("Begin").TapAsync();
        await ines.Locator(".bar").IsShown();
        await ines.GotoAsync("/c/mill/invitations");
        await ines.Button("Make the link").TapAsync();
        var link = (await ines.Locator(".invitation .address").TextContentAsync())!.Trim();

        var ruth = await Open(world, script: false);
        await SignIn(ruth, new Uri(link).PathAndQuery);
        await ruth.Button("Join as Ruth Abara").TapAsync();
        await ruth.Locator(".bar").IsShown();
        await ruth.GotoAsync("/c/mill/conversations/new");
        await ruth.Field("What is it about?").FillAsync("Bread");
        await ruth.Field("What would you like to say?").FillAsync("The bakery *brings* it at nine.");
        await ruth.Button("Preview").TapAsync();
        await Assertions.Expect(ruth.Locator(".preview em")).ToHaveTextAsync("brings");
        await ruth.Button("Begin it").TapAsync();
        await ruth.Link("Edit").TapAsync();
        await ruth.Field("Your post").FillAsync("The bakery brings it at ten.");
        await ruth.Button("Keep the change").TapAsync();
        await ruth.Post("at ten.").IsShown();

        await ruth.Field("Your reply").FillAsync("Never mind.");
        await ruth.Button("Reply").TapAsync();
        await ruth.Post("Never mind.").GetByRole(AriaRole.Link, new() { Name = "More" }).TapAsync();
        await ruth.Button("Take it down").TapAsync();
        await ruth.Toast().GetByRole(AriaRole.Button).TapAsync();
        await ruth.Post("Never mind.").IsShown();
    }

    private async Task SignIn(IPage page, string link)
    {
        await page.GotoAsync(link);
        if (await page.Link("Come in").IsVisibleAsync()) await page.Link("Come in").TapAsync();
        await page.Field("Your e-mail address").FillAsync("ruth@millbrook.example");
        await page.Locator("main button.act.main").TapAsync();
        await page.Heading("Look in your mail").IsShown();
        await page.GotoAsync(await world.LinkTo("ruth@millbrook.example"));
        await page.Field("What should people call you?").FillAsync("Ruth Abara");
        await page.Button("Make my account").TapAsync();
    }
}
