using System.Text.RegularExpressions;
using Leaderful.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests.WholeEvent;

/// <summary>A letter to whoever may be missed, the code for whoever stands at the door.</summary>
public sealed partial class WholeEventTests
{
    /// <summary>Bea answers with a touch in the letter, on a browser nobody is signed in on.</summary>
    private async Task InviteByMail()
    {
        await ruth.GotoAsync(At("preparing"));
        await ruth.Button("Invite").ClickAsync();
        await ruth.Link("Invite by mail").ClickAsync();
        await Assertions.Expect(ruth.Locator("main")).ToContainTextAsync("Only to some of them");
        await ruth.Locator("summary").Filter(new() { HasText = "Only to some of them" }).ClickAsync();
        await ruth.GetByLabel("Bea Falk").CheckAsync();
        await LooksRight(ruth);
        await ruth.Button("Write to these").ClickAsync();
        await Assertions.Expect(ruth.Toast().First).ToContainTextAsync("One letter is on the way");

        var letter = await LetterTo("bea@millbrook.example");
        Assert.Contains(Theme, letter, StringComparison.Ordinal);
        Assert.Contains("The old laundry", letter, StringComparison.Ordinal);
        var phone = await Open(world);
        await phone.GotoAsync(new Uri(Address().Matches(letter).Last().Value).PathAndQuery);
        await phone.Heading(Theme).IsShown();
        await phone.Button("I come").TapAsync();
        await phone.GetByText("You come.").IsShown();
        await LooksRight(phone);
        await ruth.ReloadAsync();
        await ruth.Locator(".gathered").GetByText("Bea Falk").IsShown();
        await LooksRight(ruth);
    }

    /// <summary>Topics wait until now.</summary>
    private async Task<string> OpenTheRoom()
    {
        await bea.GotoAsync(At("wall"));
        await LooksRight(bea);
        await ruth.GotoAsync(At("preparing"));
        await ruth.Button("Open the space").ClickAsync();
        await Part(ruth, "stage").GetByText("The space is open.").IsShown();
        await ruth.GotoAsync(At("code"));
        await LooksRight(ruth);
        await ruth.Button("Make a code").ClickAsync();
        var code = (await ruth.Locator("p.code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await LooksRight(ruth);
        return code;
    }

    private async Task<string> LetterTo(string email)
    {
        Task<string?> Newest() => world.Read(db => db.The<QueuedMail>().Where(m => m.To == email).OrderByDescending(m => m.CreatedAt).Select(m => m.Text).FirstOrDefaultAsync());
        await Until(async () => await Newest() is not null, () => Task.FromResult("No letter was written."));
        return (await Newest())!;
    }

    [GeneratedRegex(@"https?://\S+", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
