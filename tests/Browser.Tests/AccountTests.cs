using Leaderful.Tests;
using Leaderful.Tests.Conversations;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

public class AccountTests(Hall hall, LiveWorld world) : InHall(hall)
{
    [Fact(Timeout = Hall.Longest)]
    public async Task A_link_in_a_mail_lets_one_in_once()
    {
        var page = await Open(world);
        await page.GotoAsync("/c/millbrook/people");
        await page.Heading("Sign in").IsShown();
        await page.Field("Your e-mail address").FillAsync("ruth@millbrook.example");
        await page.Button("Send me the link").TapAsync();
        await page.Heading("Look in your mail").IsShown();
        var link = await world.LinkTo("ruth@millbrook.example");
        await page.GotoAsync(link);
        await page.Button("Sign in as Ruth Abara").TapAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/c/millbrook/people$"));
        var somebody = await Open(world);
        await somebody.GotoAsync(link);
        await somebody.Heading("This link has had its day").IsShown();
        await LooksRight(somebody);
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task A_passkey_is_made_and_lets_one_in_again()
    {
        var tove = await world.Register("Tove the Second", "tove2@harbour.example");
        var page = await Open(world, tove);
        await GiveAuthenticator(page);
        await page.GotoAsync("/me");
        await page.Link("Add a passkey").TapAsync();
        await page.Field("What shall we call it?").FillAsync("The blue phone");
        await LooksRight(page);
        await page.Button("Make a passkey").TapAsync();
        await page.Locator(".items .name").Filter(new() { HasText = "The blue phone" }).IsShown();
        await LooksRight(page);
        await page.Button("Sign out of this browser").TapAsync();
        // The sign-in page offers the passkey by itself, and this reader says yes before anybody could press the button.
        await page.Heading("Hello, Tove the Second").IsShown();
        await page.GotoAsync("/me");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("last used");
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task A_device_signed_out_elsewhere_shows_nothing_more_within_seconds()
    {
        var id = await world.Begin(world.Ruth, "Doors", "Which one?");
        var lost = await SignIn("samir@elsewhere.example", "Samir Haddad");
        await world.Join(world.Samir, world.Millbrook);
        await lost.GotoAsync(Talk.Path(id));
        await lost.Post("Which one?").IsShown();

        var own = await Open(world, world.Samir, phone: false);
        await own.GotoAsync("/me");
        await own.Button("Sign out everywhere else").ClickAsync();
        await Assertions.Expect(lost.Post("Which one?")).ToHaveCountAsync(0, new() { Timeout = 10_000 });
        await lost.Heading("Sign in").IsShown();
    }

    private async Task<IPage> SignIn(string email, string name)
    {
        var page = await Open(world);
        await page.GotoAsync("/sign-in");
        await page.Field("Your e-mail address").FillAsync(email);
        await page.Button("Send me the link").TapAsync();
        await page.Heading("Look in your mail").IsShown();
        await page.GotoAsync(await world.LinkTo(email));
        await page.Button($"Sign in as {name}").TapAsync();
        await page.Locator(".mast").IsShown();
        return page;
    }

    /// <summary>A fingerprint reader that always says yes.</summary>
    private static async Task GiveAuthenticator(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
