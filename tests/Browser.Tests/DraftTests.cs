using Leaderful.Tests;
using Leaderful.Tests.Conversations;
using Leaderful.Tests.Drafts;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

/// <summary>One person with a laptop and a phone.</summary>
public class DraftTests(Hall hall, LiveWorld world) : InHall(hall)
{
    private const string Kept = "Kept, also for your other devices";

    [Fact(Timeout = Hall.Longest)]
    public async Task What_is_begun_on_the_laptop_is_sent_from_the_phone_and_is_gone_on_both()
    {
        var id = await world.Begin(world.Ines, "Chairs for the hall", "We need twelve.");
        var laptop = await Open(world, world.Ruth, phone: false);
        var phone = await Open(world, await world.OtherDevice(world.Ruth));
        await laptop.GotoAsync(Talk.Path(id));
        await laptop.Field("Your reply").PressSequentiallyAsync("There are six in the chapel");
        await Assertions.Expect(laptop.Locator("form.reply [data-kept]")).ToHaveTextAsync(Kept);

        await phone.GotoAsync("/c/millbrook");
        await LooksRight(phone);
        await phone.GetByRole(AriaRole.Link, new() { Name = "Your reply in “Chairs for the hall”" }).TapAsync();
        await Assertions.Expect(phone.Field("Your reply")).ToHaveValueAsync("There are six in the chapel");
        await Assertions.Expect(phone.Locator("[data-draft-shown]")).ToContainTextAsync("Kept from your other device");
        await LooksRight(phone);
        await phone.Field("Your reply").PressSequentiallyAsync(" and four in the loft.");
        await phone.Button("Reply").TapAsync();
        await phone.Post("four in the loft").IsShown();
        await Assertions.Expect(phone.Field("Your reply")).ToHaveValueAsync("");

        await laptop.ReloadAsync();
        await laptop.Post("four in the loft").IsShown();
        await Assertions.Expect(laptop.Field("Your reply")).ToHaveValueAsync("");
        await laptop.GotoAsync("/c/millbrook/drafts");
        await Assertions.Expect(laptop.GetByText("Chairs for the hall")).ToHaveCountAsync(0);
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task What_is_typed_without_a_network_is_kept_and_reaches_the_other_device_once_there_is_one()
    {
        var id = await world.Begin(world.Ines, "Tables", "We need four.");
        var phone = await Open(world, world.Ruth);
        await phone.GotoAsync(Talk.Path(id));
        await phone.Context.SetOfflineAsync(true);
        await phone.Field("Your reply").PressSequentiallyAsync("Typed in a tunnel");
        await Assertions.Expect(phone.Locator("form.reply [data-kept]")).ToHaveTextAsync("Kept on this device as you write");
        await phone.WaitForTimeoutAsync(3000);
        await phone.Context.SetOfflineAsync(false);
        await Assertions.Expect(phone.Locator("form.reply [data-kept]")).ToHaveTextAsync(Kept);
        Hall.Troubles(phone);
        var laptop = await Open(world, await world.OtherDevice(world.Ruth), phone: false);
        await laptop.GotoAsync(Talk.Path(id));
        await Assertions.Expect(laptop.Field("Your reply")).ToHaveValueAsync("Typed in a tunnel");
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task Two_devices_that_did_not_know_of_each_other_lose_neither()
    {
        var id = await world.Begin(world.Ines, "Lamps", "Which ones?");
        var (laptop, phone) = (await Open(world, world.Ruth, phone: false), await Open(world, await world.OtherDevice(world.Ruth)));
        await laptop.GotoAsync(Talk.Path(id));
        await phone.GotoAsync(Talk.Path(id));
        await laptop.Field("Your reply").FillAsync("The tall ones");
        await Assertions.Expect(laptop.Locator("form.reply [data-kept]")).ToHaveTextAsync(Kept);
        await phone.Field("Your reply").FillAsync("The small ones");
        await Assertions.Expect(phone.Locator("[data-draft-others]")).ToContainTextAsync("The tall ones");
        await LooksRight(phone);
        await phone.Link("Go on with it").TapAsync();
        await Assertions.Expect(phone.Field("Your reply")).ToHaveValueAsync("The tall ones");
        await Assertions.Expect(phone.Locator("[data-draft-others]")).ToContainTextAsync("The small ones");
        await phone.Locator("[data-draft-shown] button").TapAsync();
        await phone.Toast().IsShown();
        await Assertions.Expect(phone.Field("Your reply")).ToHaveValueAsync("The small ones");
        await phone.Toast().GetByRole(AriaRole.Button).TapAsync();
        await Assertions.Expect(phone.Locator("[data-draft-others]")).ToContainTextAsync("The tall ones");
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task Marks_are_set_under_a_thumb_and_by_keys()
    {
        var id = await world.Begin(world.Ines, "Words", "How do you write?");
        var phone = await Open(world, world.Ruth);
        await phone.GotoAsync(Talk.Path(id));
        var bar = phone.GetByRole(AriaRole.Toolbar);
        foreach (var button in await bar.GetByRole(AriaRole.Button).AllAsync())
        {
            var box = (await button.BoundingBoxAsync())!;
            Assert.True(box is { Width: >= 44, Height: >= 44, X: >= 0 } && box.X + box.Width <= 360, $"{box.X} {box.Width} × {box.Height}");
        }
        var reply = phone.Field("Your reply");
        await reply.FillAsync("bread");
        await reply.SelectTextAsync();
        await bar.GetByRole(AriaRole.Button, new() { Name = "Bold" }).TapAsync();
        await Assertions.Expect(reply).ToHaveValueAsync("**bread**");
        await Assertions.Expect(reply).ToBeFocusedAsync();
        await reply.PressAsync("End");
        await reply.PressAsync("Enter");
        await bar.GetByRole(AriaRole.Button, new() { Name = "Numbered list" }).TapAsync();
        await phone.Keyboard.TypeAsync("flour");
        await phone.Keyboard.PressAsync("Enter");
        await phone.Keyboard.TypeAsync("salt");
        await Assertions.Expect(reply).ToHaveValueAsync("**bread**\n1. flour\n2. salt");
        await LooksRight(phone);

        var laptop = await Open(world, world.Ines, phone: false);
        await laptop.GotoAsync(Talk.Path(id));
        await laptop.Field("Your reply").FocusAsync();
        await laptop.Keyboard.TypeAsync("salt");
        await laptop.Keyboard.PressAsync("Control+a");
        await laptop.Keyboard.PressAsync("Control+i");
        await Assertions.Expect(laptop.Field("Your reply")).ToHaveValueAsync("*salt*");
        await laptop.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(laptop.Field("Your reply")).ToHaveValueAsync("salt");
        await laptop.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(laptop.GetByRole(AriaRole.Button, new() { Name = "Bold" })).ToBeFocusedAsync();
        await laptop.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(laptop.GetByRole(AriaRole.Button, new() { Name = "Emphasis" })).ToBeFocusedAsync();
        await LooksRight(laptop);
    }
}
