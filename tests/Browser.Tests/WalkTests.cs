using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Tests;
using Leaderful.Tests.Conversations;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

/// <summary>Two people on phones and one conversation, until what was said stands where it belongs: once by touch, once by keys alone.</summary>
public class WalkTests(Hall hall, LiveWorld world) : InHall(hall)
{
    private static FilePayload Picture => new() { Name = "lock.png", MimeType = "image/png", Buffer = Drawing.Of(64, 48) };

    [Fact(Timeout = Hall.Longest)]
    public async Task By_touch()
    {
        var (id, elsewhere) = await Begin("Touch");
        var (ruth, ines) = (await Open(world, world.Ruth), await Open(world, world.Ines));
        await ruth.GotoAsync(Talk.Path(id));
        await ines.GotoAsync(Talk.Path(id));

        await ruth.Field("Your reply").TapAsync();
        await ruth.Keyboard.TypeAsync("Ask @in");
        await ruth.GetByRole(AriaRole.Option, new() { Name = "Ines Okoro" }).TapAsync();
        await ruth.Keyboard.TypeAsync("about the lock.");
        await ruth.GetByText("Bring pictures or files").TapAsync();
        await ruth.Locator("#files").SetInputFilesAsync(Picture);
        await ruth.Button("Reply").TapAsync();
        await Arrives(ines);

        await ines.Post("about the lock.").GetByRole(AriaRole.Button, new() { Name = "Valuable to me" }).TapAsync();
        await ines.Post("about the lock.").Locator(".valued").IsShown();
        await LooksRight(ines);

        await ruth.Post("about the lock.").GetByRole(AriaRole.Link, new() { Name = "Edit" }).TapAsync();
        await ruth.Field("Your post").FillAsync("Ask @Ines Okoro about the key.");
        await ruth.Button("Keep the change").TapAsync();
        await ines.Post("about the key.").IsShown();

        await ines.Post("about the key.").GetByRole(AriaRole.Link, new() { Name = "More" }).TapAsync();
        await ines.Link("Choose posts").TapAsync();
        await ines.Heading("Move posts elsewhere").IsShown();
        await LooksRight(ines);
        await ines.GetByLabel("To the end of another conversation").TapAsync();
        await ines.Field("Which one?").SelectOptionAsync(elsewhere.ToString());
        await LooksRight(ines);
        await ines.Button("Move them").TapAsync();
        await Moved(ruth, ines, elsewhere, "Keys Touch");
        await ruth.Link("Keys Touch").TapAsync();
        await IsThere(ruth);
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task By_keys_alone()
    {
        var (id, elsewhere) = await Begin("Keyboard");
        var (ruth, ines) = (await Open(world, world.Ruth), await Open(world, world.Ines));
        await ruth.GotoAsync(Talk.Path(id));
        await ines.GotoAsync(Talk.Path(id));

        await ruth.Reach(ruth.Field("Your reply"));
        await ruth.Keyboard.TypeAsync("Ask @in");
        await ruth.GetByRole(AriaRole.Option, new() { Name = "Ines Okoro" }).IsShown();
        await ruth.Keyboard.PressAsync("Enter");
        await ruth.Keyboard.TypeAsync("about the lock.");
        await ruth.Reach(ruth.Locator("details.more-fields summary"));
        await ruth.Keyboard.PressAsync("Enter");
        await ruth.Reach(ruth.Locator("#files"));
        // The window for files is the machine's own; what it gives back is given here.
        await ruth.Locator("#files").SetInputFilesAsync(Picture);
        await ruth.Reach(ruth.Button("Reply"));
        await ruth.Keyboard.PressAsync("Enter");
        await Arrives(ines);

        await ines.Reach(ines.Post("about the lock.").GetByRole(AriaRole.Button, new() { Name = "Valuable to me" }));
        await ines.Keyboard.PressAsync("Enter");
        await ines.Post("about the lock.").Locator(".valued").IsShown();
        await LooksRight(ines);

        await ruth.Reach(ruth.Post("about the lock.").GetByRole(AriaRole.Link, new() { Name = "Edit" }));
        await ruth.Keyboard.PressAsync("Enter");
        await ruth.Reach(ruth.Field("Your post"));
        await ruth.Keyboard.PressAsync("Control+End");
        foreach (var _ in "lock.") await ruth.Keyboard.PressAsync("Backspace");
        await ruth.Keyboard.TypeAsync("key.");
        await ruth.Reach(ruth.Button("Keep the change"));
        await ruth.Keyboard.PressAsync("Enter");
        await ines.Post("about the key.").IsShown();

        await ines.Reach(ines.Post("about the key.").GetByRole(AriaRole.Link, new() { Name = "More" }));
        await ines.Keyboard.PressAsync("Enter");
        await ines.Reach(ines.Link("Choose posts"));
        await ines.Keyboard.PressAsync("Enter");
        await ines.Heading("Move posts elsewhere").IsShown();
        await ines.Reach(ines.GetByLabel("Into a conversation of their own"));
        await ines.Keyboard.PressAsync("ArrowDown");
        await ines.Reach(ines.Field("Which one?"));
        await ines.Keyboard.TypeAsync("Keys Keyboard");
        await Assertions.Expect(ines.Field("Which one?")).ToHaveValueAsync(elsewhere.ToString());
        await LooksRight(ines);
        await ines.Reach(ines.Button("Move them"));
        await ines.Keyboard.PressAsync("Enter");
        await Moved(ruth, ines, elsewhere, "Keys Keyboard");
        await ruth.Reach(ruth.Link("Keys Keyboard"));
        await ruth.Keyboard.PressAsync("Enter");
        await IsThere(ruth);
    }

    private async Task<(Id<Conversation> Id, Id<Conversation> Elsewhere)> Begin(string how)
    {
        var elsewhere = await world.Begin(world.Ines, $"Keys {how}", "Every key there is.");
        return (await world.Begin(world.Ruth, $"The garden room {how}", "Three nights, four families."), elsewhere);
    }

    private async Task Arrives(IPage page)
    {
        await page.Post("about the lock.").IsShown();
        await Assertions.Expect(page.Post("about the lock.").GetByRole(AriaRole.Link, new() { Name = "@Ines Okoro" })).ToBeVisibleAsync();
        await page.Post("about the lock.").Locator(".picture img").IsShown();
        await LooksRight(page);
    }

    /// <summary>Whoever moved them stands where they are now; whoever has the old place open reads where they went.</summary>
    private async Task Moved(IPage open, IPage mover, Id<Conversation> to, string title)
    {
        await mover.Heading(title).IsShown();
        await IsThere(mover);
        Assert.Contains(to.ToString(), mover.Url, StringComparison.Ordinal);
        await open.Link(title).IsShown();
        await LooksRight(open);
    }

    private async Task IsThere(IPage page)
    {
        await page.Post("about the key.").IsShown();
        await page.Post("about the key.").Locator(".picture img").IsShown();
        await page.Post("about the key.").Locator(".valued:visible, .own:visible").First.IsShown();
        await LooksRight(page);
    }
}
