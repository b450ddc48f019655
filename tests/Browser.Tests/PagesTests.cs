using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Pages;
using Leaderful.Tests;
using Leaderful.Yjs;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

/// <summary>A house of its own, for it is closed and opened again while people write.</summary>
public sealed class RestartedWorld : LiveWorld;

/// <summary>People who write one page together, in a hall with a bad network.</summary>
public class PagesTests(Hall hall, RestartedWorld world) : InHall(hall), IClassFixture<RestartedWorld>
{
    private const string List = "/c/millbrook/pages";

    [Fact(Timeout = Hall.Longest)]
    public async Task Two_phones_and_a_laptop_write_one_page_through_a_cut_and_a_restart()
    {
        var wen = await world.Register("Wen Li", "wen@millbrook.example");
        await world.Join(wen, world.Millbrook);
        var (ruth, ines, laptop) = (await Open(world, world.Ruth), await Open(world, world.Ines), await Open(world, wen, phone: false));
        await ines.Clock.InstallAsync();

        await ruth.GotoAsync($"{List}/new");
        await ruth.Field("What is it called?").FillAsync("Who opens the garden room");
        await ruth.Field("Notes of a session: four boxes").TapAsync();
        await ruth.Button("Begin it").TapAsync();
        await Ready(ruth);
        var address = new Uri(ruth.Url).AbsolutePath;
        foreach (var other in new[] { ines, laptop })
        {
            await other.GotoAsync(address);
            await Ready(other);
        }

        await Write(ruth, "What it was about", "The garden room is locked at five.");
        await Write(laptop, "Who came", "Ruth, Ines and Wen.");
        foreach (var one in new[] { ruth, ines, laptop })
        {
            await Says(one, "The garden room is locked at five.");
            await Says(one, "Ruth, Ines and Wen.");
        }
        await LooksRight(ruth);

        await ines.Context.SetOfflineAsync(true);
        await Write(ines, "What mattered", "Somebody has to be trusted with a key.");
        await Assertions.Expect(ines.Locator("[data-page-state]")).ToContainTextAsync("1 change waits for a network");
        // That there is no network the browser says as well.
        Assert.All(await Looks.Wrong(Hall, ines), said => Assert.Contains("net::ERR_INTERNET_DISCONNECTED", said, StringComparison.Ordinal));
        await ines.Clock.FastForwardAsync("10:00");
        await Write(ruth, "Next steps", "Ruth asks for a second key");

        await world.Restart();
        await Write(laptop, "Who came", " Later also Samir.");
        await ines.Context.SetOfflineAsync(false);
        foreach (var one in new[] { ruth, ines, laptop })
        {
            await Assertions.Expect(one.Locator("[data-page-state]")).ToHaveTextAsync("Saved", new() { Timeout = 60_000 });
            foreach (var words in new[] { "Somebody has to be trusted with a key.", "Ruth asks for a second key", "Later also Samir." }) await Says(one, words);
        }
        var texts = new List<string>();
        foreach (var one in new[] { ruth, ines, laptop }) texts.Add(await Words(one));
        Assert.Single(texts.Distinct());

        // While the house was closed, the browser said so.
        Hall.Troubles(laptop);
        await LooksRight(laptop);
        await SameEverywhere(address, laptop);
    }

    /// <summary>What stands on the page is what is found, taken along and played back.</summary>
    private async Task SameEverywhere(string address, IPage page)
    {
        string[] all = ["The garden room is locked at five.", "Somebody has to be trusted with a key.", "Ruth asks for a second key", "Later also Samir."];
        var ines = world.Again(world.Ines);
        var markdown = (await ines.Get($"{address}/markdown")).Text;
        var played = (await ines.Get($"{address}/playback")).Main;
        foreach (var words in all)
        {
            Assert.Contains(words, markdown, StringComparison.Ordinal);
            Assert.Contains(words, played, StringComparison.Ordinal);
        }
        for (var tries = 0; !(await ines.Get("/c/millbrook/search?q=trusted&kind=pages")).Main.Contains("Who opens the garden room", StringComparison.Ordinal); tries++)
        {
            Assert.True(tries < 60, "It is not found by its words.");
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }
        await page.GotoAsync($"{address}/playback");
        foreach (var words in all) await page.GetByText(words).First.IsShown();
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task Something_is_said_about_words_by_touch_answered_by_keyboard_and_other_words_are_put_there()
    {
        var doc = new YDoc();
        var first = doc.Transact(() => doc.GetXmlFragment("default").AddElement("paragraph").AddText("We meet on Tuesdays in the garden room."))!;
        var id = await world.Writes.Do(unit => unit.BeginPage(world.Ruth.Person.ActorId, world.Millbrook.Id, world.Millbrook.ScopeId, "How we meet", first: first));
        var (ruth, ines) = (await Open(world, world.Again(world.Ruth)), await Open(world, world.Again(world.Ines), phone: false, dark: true));
        foreach (var one in new[] { ruth, ines })
        {
            await one.GotoAsync($"{List}/{id}");
            await Ready(one);
        }
        await Mark(ruth, "Tuesdays");
        await ruth.Locator("[data-do=speak]").TapAsync();
        await ruth.Field("What would you say about these words?").FillAsync("Is the room free then?");
        await ruth.GetByText("Suggest other words").TapAsync();
        await ruth.Field("To stand there instead").FillAsync("Mondays");
        await LooksRight(ruth);
        await ruth.Button("Say it").TapAsync();
        await ruth.Locator("#beside-open .beside").IsShown();

        var mark = ines.Locator(".page-text .page-said");
        await mark.IsShown();
        await Assertions.Expect(ines.Locator(".page-passage")).ToHaveTextAsync("Tuesdays");
        await mark.PressOn();
        await ines.GetByText("Is the room free then?").IsShown();
        await ines.Field("Your answer").FillAsync("On Mondays it is.");
        await ines.Button("Answer").PressOn();
        await ines.Locator(".beside").GetByText("On Mondays it is.").IsShown();
        await LooksRight(ines);

        await ruth.Locator(".page-text .page-said").TapAsync();
        await ruth.Locator(".beside").GetByText("On Mondays it is.").IsShown();
        await LooksRight(ruth);
        await ruth.Button("Put these words there").TapAsync();
        foreach (var one in new[] { ruth, ines })
        {
            await Says(one, "We meet on Mondays in the garden room.");
            await one.Locator(".page-passage").IsGone();
            await Assertions.Expect(one.Locator("#beside-settled .beside")).ToHaveCountAsync(1);
        }
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task A_picture_and_a_conversation_stand_on_a_page()
    {
        var talk = await world.Writes.Do(unit => unit.Begin(world.Ines.Person.ActorId, world.Millbrook.Id, world.Millbrook.ScopeId, "Kettles for the hall", Said.Of("Two are broken.")));
        var id = await world.Writes.Do(unit => unit.BeginPage(world.Ruth.Person.ActorId, world.Millbrook.Id, world.Millbrook.ScopeId, "What the hall needs"));
        var page = await Open(world, world.Again(world.Ruth));
        await page.GotoAsync($"{List}/{id}");
        await Ready(page);
        await page.Locator(".page-text").TapAsync();
        await page.Locator("[data-do=thing]").TapAsync();
        await page.Keyboard.TypeAsync("kett");
        await page.GetByRole(AriaRole.Option, new() { Name = "Kettles for the hall" }).TapAsync();
        var shown = page.Locator(".page-thing a");
        await Assertions.Expect(shown).ToHaveTextAsync("Kettles for the hall");
        await page.Locator(".page-thing").GetByText("One post").IsShown();
        Assert.Equal($"/c/millbrook/conversations/{talk}", await shown.GetAttributeAsync("href"));
        await page.Locator("[data-page-picture]").SetInputFilesAsync(new FilePayload { Name = "hall.png", MimeType = "image/png", Buffer = Convert.FromBase64String(Pixel) });
        await Assertions.Expect(page.Locator(".page-text img")).ToHaveJSPropertyAsync("naturalWidth", 1);
        // One writes on below the picture.
        await page.Keyboard.TypeAsync("As it was. ");
        await page.Locator("[data-do=mention]").TapAsync();
        await page.Keyboard.TypeAsync("ines");
        await page.GetByRole(AriaRole.Option, new() { Name = "Ines Okoro" }).TapAsync();
        await Assertions.Expect(page.Locator("[data-page-state]")).ToHaveTextAsync("Saved");
        await Assertions.Expect(page.Locator(".page-text img")).ToHaveCountAsync(1);
        var written = (await world.Again(world.Ruth).Get($"{List}/{id}/markdown")).Text;
        Assert.Matches(@"\]\(http://[^/)]+/things/", written);
        Assert.Matches(@"\]\(http://[^/)]+/files/", written);
        Assert.Contains("@Ines Okoro", written, StringComparison.Ordinal);
        await LooksRight(page);
        await WhoWroteWhat(page, id);
    }

    /// <summary>Whoever came and went since the page was opened is named as well.</summary>
    private async Task WhoWroteWhat(IPage page, Id<Page> id)
    {
        var other = await Open(world, world.Again(world.Ines));
        await other.GotoAsync($"{List}/{id}");
        await Ready(other);
        await other.Locator(".page-text p").Last.ClickAsync();
        await other.Keyboard.PressAsync("Control+End");
        await other.Keyboard.TypeAsync(" And two spoons.");
        await Assertions.Expect(other.Locator("[data-page-state]")).ToHaveTextAsync("Saved");
        await other.Context.CloseAsync();
        await Says(page, "And two spoons.");
        await Assertions.Expect(page.Locator("[data-page-people]")).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await page.Locator("[data-page-show-writers]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-page-authors] li")).ToHaveCountAsync(2);
        var colours = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[data-page-authors] .page-writer')].map(one => one.dataset.colour)");
        Assert.Equal(2, colours.Distinct().Count());
        Assert.Equal("Ines Okoro", await page.Locator(".page-writer", new() { HasText = "And two spoons" }).First.GetAttributeAsync("title"));
        await LooksRight(page);
    }

    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static Task Ready(IPage page) => page.Locator("[data-page-open] .page-text[contenteditable=true]").IsShown();

    private static Task Says(IPage page, string words) => Assertions.Expect(page.Locator(".page-text")).ToContainTextAsync(words);

    /// <summary>What is written, without where the others are just now.</summary>
    private static Task<string> Words(IPage page) => page.EvaluateAsync<string>("""
        () => {
          const text = document.querySelector(".page-text").cloneNode(true);
          for (const caret of text.querySelectorAll(".page-caret")) caret.remove();
          return [...text.querySelectorAll("h2, h3, h4, p")].map(block => `${block.tagName} ${block.textContent.replaceAll("\u2060", "")}`).join("\n");
        }
        """);

    /// <summary>At the end of what stands under a heading.</summary>
    private static async Task Write(IPage page, string heading, string words)
    {
        var line = page.Locator($".page-text > :is(h2, h3, h4):has-text(\"{heading}\") + *").Locator("xpath=descendant-or-self::p").First;
        await line.ClickAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(words);
    }

    /// <summary>As a long touch does.</summary>
    private static Task Mark(IPage page, string words) => page.EvaluateAsync("""
        words => {
          const field = document.querySelector(".page-text"), walk = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
          for (let node; node = walk.nextNode();) {
            const at = node.data.indexOf(words);
            if (at < 0) continue;
            field.focus();
            getSelection().setBaseAndExtent(node, at, node, at + words.length);
            // The editor hears of it a moment later, as it does from a finger.
            return new Promise(done => { setTimeout(done, 100); });
          }
        }
        """, words);
}
