using Leaderful.Tests;
using Leaderful.Tests.Conversations;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

/// <summary>Two people and one conversation, from the first word to what became of it.</summary>
public class TogetherTests(Hall hall, LiveWorld world) : InHall(hall)
{
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Fact(Timeout = Hall.Longest)]
    public async Task Two_people_on_phones_speak_to_each_other_by_touch()
    {
        var id = await world.Begin(world.Ruth, "The lock of the garden room", "Who has the key?");
        var (ruth, ines) = (await Open(world, world.Ruth), await Open(world, world.Ines));
        await ines.GotoAsync(Talk.Path(id));
        await ruth.GotoAsync(Talk.Path(id));

        await ruth.Field("Your reply").TapAsync();
        await ruth.Keyboard.TypeAsync("Ask @in");
        await ruth.GetByRole(AriaRole.Option, new() { Name = "Ines Okoro" }).TapAsync();
        await ruth.Keyboard.TypeAsync("about it.");
        await Assertions.Expect(ruth.Field("Your reply")).ToHaveValueAsync("Ask @Ines Okoro about it.");
        await ruth.GetByText("Bring pictures or files").TapAsync();
        await ruth.Locator("#files").SetInputFilesAsync(new FilePayload { Name = "lock.png", MimeType = "image/png", Buffer = Convert.FromBase64String(Pixel) });
        await ruth.Button("Reply").TapAsync();

        var arrived = ines.Post("Ask @Ines Okoro about it.");
        await arrived.IsShown();
        await Assertions.Expect(arrived.GetByRole(AriaRole.Link, new() { Name = "@Ines Okoro" })).ToBeVisibleAsync();
        await arrived.Locator(".picture img").IsShown();
        await arrived.GetByRole(AriaRole.Button, new() { Name = "Valuable to me" }).TapAsync();
        await ines.Post("Ask @Ines Okoro about it.").Locator(".valued").IsShown();
        await LooksRight(ines);

        await ruth.Post("Ask @Ines Okoro about it.").GetByRole(AriaRole.Link, new() { Name = "Edit" }).TapAsync();
        await ruth.Field("Your post").FillAsync("Ask @Ines Okoro about the key.");
        await ruth.Button("Keep the change").TapAsync();
        await ines.Post("about the key.").IsShown();
        await LooksRight(ruth);
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task A_name_is_chosen_and_the_follow_level_is_set_by_keyboard()
    {
        var id = await world.Begin(world.Ines, "Kettles", "Two of three are broken.");
        var page = await Open(world, world.Ines, phone: false);
        await page.GotoAsync(Talk.Path(id));
        await page.Field("Your reply").FocusAsync();
        await page.Keyboard.TypeAsync("Dear @r");
        await page.GetByRole(AriaRole.Option, new() { Name = "Ruth Abara" }).IsShown();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Field("Your reply")).ToHaveValueAsync("Dear @Ruth Abara ");
        await page.Locator("details.follow summary").PressOn();
        await LooksRight(page);
        await page.Locator("details.follow").GetByRole(AriaRole.Button, new() { Name = "Loud" }).PressOn();
        await page.Toast().IsShown();
        await Assertions.Expect(page.Locator("details.follow summary")).ToContainTextAsync("Every post by mail");
        await Assertions.Expect(page.Field("Your reply")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^Dear @Ruth Abara "));
    }
}
