using Leaderful.Tests;
using Leaderful.Tests.Conversations;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

public class ConversationTests(Hall hall, LiveWorld world) : InHall(hall)
{
    [Fact(Timeout = Hall.Longest)]
    public async Task One_person_begins_by_touch_and_the_other_sees_it_change_while_typing()
    {
        var ines = await Open(world, world.Ines);
        await ines.GotoAsync("/c/millbrook");
        await ines.Locator(".bar").GetByRole(AriaRole.Link, new() { Name = "Conversations" }).TapAsync();
        await ines.Locator("main .act.main").TapAsync();
        await ines.Field("What is it about?").FillAsync("Who keeps the garden room open?");
        await ines.Field("What would you like to say?").FillAsync("I want to know *who* would have to say yes.");
        await ines.Button("Begin it").TapAsync();
        await ines.Heading("Who keeps the garden room open?").IsShown();
        var address = new Uri(ines.Url).AbsolutePath;

        var ruth = await Open(world, world.Ruth, phone: false);
        await ruth.GotoAsync(address);
        var reply = ruth.Field("Your reply");
        await reply.ClickAsync();
        await reply.PressSequentiallyAsync("The site office, ");

        await ines.Field("Your reply").FillAsync("Or is it the insurance?");
        await ines.Button("Reply").TapAsync();
        await ines.Post("Or is it the insurance?").IsShown();
        await ruth.Post("Or is it the insurance?").IsShown();
        await Assertions.Expect(ruth.Locator("#announcer")).ToContainTextAsync("Ines Okoro");
        await Assertions.Expect(reply).ToBeFocusedAsync();
        await ruth.Keyboard.TypeAsync("and they are afraid.");
        await Assertions.Expect(reply).ToHaveValueAsync("The site office, and they are afraid.");
        await ruth.Keyboard.PressAsync("Tab");

        await ruth.Button("Reply").ClickAsync();
        await ines.Post("and they are afraid.").IsShown();
        await LooksRight(ines);
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task An_edit_shows_what_changed_and_reaches_who_is_reading()
    {
        var id = await world.Begin(world.Ruth, "Bread", "The bakery brings it at nine.");
        var reader = await Open(world, world.Ines);
        await reader.GotoAsync(Talk.Path(id));
        var writer = await Open(world, world.Ruth);
        await writer.GotoAsync(Talk.Path(id));
        await writer.Link("Edit").TapAsync();
        await writer.Field("Your post").FillAsync("The bakery brings it at ten.");
        await writer.Button("Keep the change").TapAsync();
        await reader.Post("at ten.").IsShown();
        await reader.Locator(".post-head .edited").TapAsync();
        await reader.Heading("What changed").IsShown();
        await Assertions.Expect(reader.Locator("ins").First).ToContainTextAsync("ten");
        await Assertions.Expect(reader.Locator("del").First).ToContainTextAsync("nine");
        await LooksRight(reader);
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task What_is_taken_down_goes_for_everybody_and_comes_back_with_one_touch()
    {
        var id = await world.Begin(world.Ruth, "Keys", "The key hangs in the lodge.");
        await world.Reply(world.Ruth, id, "I should not have said that.");
        var reader = await Open(world, world.Ines);
        await reader.GotoAsync(Talk.Path(id));
        var writer = await Open(world, world.Ruth);
        await writer.GotoAsync(Talk.Path(id));
        await writer.Post("I should not have said that.").GetByRole(AriaRole.Link, new() { Name = "More" }).TapAsync();
        await writer.Heading("What you can do with this post").IsShown();
        await LooksRight(writer);
        await writer.Button("Take it down").TapAsync();
        await writer.Toast().IsShown();
        await reader.Locator(".taken-down").IsShown();
        await reader.Post("I should not have said that.").IsGone();
        await LooksRight(writer);
        await writer.Toast().GetByRole(AriaRole.Button).TapAsync();
        await reader.Post("I should not have said that.").IsShown();
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task What_was_being_written_survives_a_reload_and_goes_once_it_is_sent()
    {
        var id = await world.Begin(world.Ruth, "Chairs", "We need twelve.");
        var page = await Open(world, world.Ruth);
        await page.GotoAsync(Talk.Path(id));
        await page.Field("Your reply").FillAsync("There are six in the chapel");
        await Assertions.Expect(page.Locator("form.reply .kept")).ToContainTextAsync("Kept");
        await page.ReloadAsync();
        await Assertions.Expect(page.Field("Your reply")).ToHaveValueAsync("There are six in the chapel");
        await page.Button("Reply").TapAsync();
        await page.Post("six in the chapel").IsShown();
        await Assertions.Expect(page.Field("Your reply")).ToHaveValueAsync("");
        await page.GotoAsync(Talk.Path(id));
        await Assertions.Expect(page.Field("Your reply")).ToHaveValueAsync("");
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task A_picture_comes_along_and_is_seen_at_once_and_one_that_is_too_large_is_said_before_it_is_sent()
    {
        var id = await world.Begin(world.Ines, "Lock", "Who has seen it?");
        var reader = await Open(world, world.Ines);
        await reader.GotoAsync(Talk.Path(id));
        var writer = await Open(world, world.Ruth);
        await writer.GotoAsync(Talk.Path(id));
        await writer.GetByText("Bring pictures or files").TapAsync();
        await writer.Locator("#files").SetInputFilesAsync(new FilePayload { Name = "film.bin", MimeType = "video/mp4", Buffer = new byte[10_000_001] });
        await Assertions.Expect(writer.Locator("#files-w")).ToContainTextAsync("“film.bin” is larger than 10 MB");
        await LooksRight(writer);
        await writer.Locator("#files").SetInputFilesAsync(new FilePayload { Name = "lock.png", MimeType = "image/png", Buffer = Convert.FromBase64String(Pixel) });
        await Assertions.Expect(writer.Locator("#files-w")).ToBeEmptyAsync();
        await writer.Field("Your reply").FillAsync("Here it is.");
        await writer.Button("Reply").TapAsync();
        await writer.Post("Here it is.").IsShown();
        var seen = reader.Post("Here it is.").Locator(".picture img");
        await seen.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(seen).ToHaveJSPropertyAsync("naturalWidth", 1);
        await LooksRight(reader);
    }

    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Fact(Timeout = Hall.Longest)]
    public async Task A_quotation_holds_all_that_was_said_but_what_was_quoted_there()
    {
        var id = await world.Begin(world.Ruth, "Nights", "Two nights.\n\n- Tuesday\n- Friday\n\n> Why not three?\n\nWho can come?");
        var page = await Open(world, world.Ines);
        await page.GotoAsync(Talk.Path(id));
        await page.GetByText("Quote", new() { Exact = true }).TapAsync();
        await Assertions.Expect(page.Field("Your reply")).ToHaveValueAsync(
            new System.Text.RegularExpressions.Regex("^> Two nights\\.\n>\n> Tuesday\n>\n> Friday\n>\n> Who can come\\?\n>\n> \\[Ruth"));
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task What_is_seldom_done_with_a_conversation_opens_within_the_phone()
    {
        var id = await world.Begin(world.Ruth, "Blankets", "Where are they?");
        var page = await Open(world, world.Ruth);
        await page.GotoAsync(Talk.Path(id));
        await page.Locator(".opening .more:not(.follow) summary").TapAsync();
        foreach (var way in new[] { page.Link("Change the title"), page.Locator(".menu").GetByRole(AriaRole.Button, new() { Name = "Take it down" }) })
            await Assertions.Expect(way).ToBeInViewportAsync(new() { Ratio = 1 });
        await LooksRight(page);
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task A_quotation_and_its_looks_come_before_it_is_sent()
    {
        var id = await world.Begin(world.Ruth, "Kettle", "The kettle is broken.");
        var page = await Open(world, world.Ines, phone: false);
        await page.GotoAsync(Talk.Path(id));
        await page.GetByText("Quote", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(page.Field("Your reply")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^> The kettle is broken\\."));
        await page.GetByRole(AriaRole.Tab, new() { Name = "Preview" }).ClickAsync();
        await Assertions.Expect(page.Locator(".preview blockquote")).ToContainTextAsync("The kettle is broken.");
        await LooksRight(page);
    }
}
