using Microsoft.Playwright;

namespace Leaderful.Browser.Tests;

/// <summary>What one does with a note of one's own.</summary>
public static class NotePages
{
    public static ILocator Note(this IPage page) => page.Field("Your own note");

    public static ILocator NoteState(this IPage page) => page.Locator("[data-note-state]");

    public static Task IsSaid(this IPage page, string words) => Assertions.Expect(page.NoteState()).ToContainTextAsync(words);

    /// <summary>The first note: a passphrase is chosen, the code read and kept. Says the code.</summary>
    public static async Task<string> BeginWith(this IPage page, string note, string passphrase)
    {
        await page.Note().FillAsync(note);
        await page.Button("Keep").ClickAsync();
        await page.Field("A passphrase").FillAsync(passphrase);
        await page.Button("Take this passphrase").ClickAsync();
        return await page.KeepCode();
    }

    public static async Task<string> KeepCode(this IPage page)
    {
        await page.Heading("Keep this recovery code").IsShown();
        var code = await page.Locator("[data-note-code]").InnerTextAsync();
        await page.GetByLabel("I have kept it").CheckAsync();
        await page.Button("Go on").ClickAsync();
        return code;
    }

    public static async Task OpenWith(this IPage page, string passphrase)
    {
        await page.Field("Your passphrase").FillAsync(passphrase);
        await page.Button("Open my notes").First.ClickAsync();
    }

    /// <summary>A reader of fingers that always says yes and derives secrets (PRF).</summary>
    public static async Task GiveSecretAuthenticator(this IPage page, bool hasPrf = true)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["ctap2Version"] = "ctap2_1", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true, ["hasPrf"] = hasPrf,
            },
        });
    }
}
