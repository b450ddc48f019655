using System.Diagnostics;
using Leaderful.Notes;
using Leaderful.Tests;
using Leaderful.Tests.Drafts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

/// <summary>What somebody writes for themselves alone, in the browsers that lock it.</summary>
public class NoteTests(Hall hall, NotesWorld world) : InHall(hall), IClassFixture<NotesWorld>
{
    private const string Passphrase = "ladder cloud seven spoon";

    [Fact(Timeout = Hall.Longest)]
    public async Task Nothing_stands_before_the_first_note_and_a_passkey_opens_it_again()
    {
        var (writer, path) = (await world.Writer(), await world.Gathering("By passkey"));
        var page = await Open(world, writer);
        await page.GiveSecretAuthenticator();
        await page.GotoAsync("/me/passkeys/new");
        await page.Field("What shall we call it?").FillAsync("The blue phone");
        await page.Button("Make a passkey").TapAsync();
        await page.Locator(".items .name").Filter(new() { HasText = "The blue phone" }).IsShown();
        await page.GotoAsync(path);
        await page.Note().FillAsync("She began at seven.");
        await LooksRight(page);
        await page.Button("Keep").TapAsync();
        await page.Heading("How do you want to open your notes?").IsShown();
        await LooksRight(page);
        await page.Button("Open them with a passkey of mine").TapAsync();
        await page.KeepCode();
        await page.IsSaid("Kept, and locked.");
        await LooksRight(page);
        await page.ReloadAsync();
        await Assertions.Expect(page.Note()).ToHaveValueAsync("She began at seven.");
        await page.Button("Lock my notes on this device").TapAsync();
        await page.Heading("Your notes are locked on this device").IsShown();
        await Assertions.Expect(page.Note()).ToBeHiddenAsync();
        await LooksRight(page);
        await page.Button("Open with a passkey").TapAsync();
        await Assertions.Expect(page.Note()).ToHaveValueAsync("She began at seven.");
        await page.GotoAsync("/me");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Only this and your recovery code open your own notes");
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task A_passkey_that_has_no_secret_says_so_and_what_was_typed_stays()
    {
        var (writer, path) = (await world.Writer(), await world.Gathering("Without a secret"));
        var page = await Open(world, writer, phone: false);
        await page.GiveSecretAuthenticator(hasPrf: false);
        await page.GotoAsync("/me/passkeys/new");
        await page.Button("Make a passkey").ClickAsync();
        await page.Heading("Nell Ashby").IsShown();
        await page.GotoAsync(path);
        await page.Note().FillAsync("Typed before.");
        await page.Button("Keep").ClickAsync();
        await page.Button("Open them with a passkey of mine").ClickAsync();
        await page.GetByText("This passkey cannot lock notes").IsShown();
        await page.Field("A passphrase").FillAsync("too short");
        await page.Button("Take this passphrase").ClickAsync();
        await page.GetByText("Make it at least 12 letters long.").IsShown();
        await Assertions.Expect(page.Field("A passphrase")).ToHaveValueAsync("too short");
        await LooksRight(page);
        await page.Button("Not now").First.ClickAsync();
        await Assertions.Expect(page.Note()).ToHaveValueAsync("Typed before.");
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task A_passphrase_opens_it_on_another_device_a_wrong_one_does_not_and_the_code_does()
    {
        var (writer, path) = (await world.Writer(), await world.Gathering("By passphrase"));
        var phone = await Open(world, writer);
        await phone.GotoAsync(path);
        var code = await phone.BeginWith("What moved her: the empty corridor.", Passphrase);
        await phone.IsSaid("Kept, and locked.");

        var laptop = await Open(world, await world.OtherDevice(writer), phone: false, dark: true);
        await laptop.GotoAsync(path);
        await laptop.OpenWith("ladder cloud seven spoons");
        await laptop.GetByText("This passphrase does not open your notes.").IsShown();
        await Assertions.Expect(laptop.Field("Your passphrase")).ToHaveValueAsync("ladder cloud seven spoons");
        await LooksRight(laptop);
        await laptop.OpenWith(Passphrase);
        await Assertions.Expect(laptop.Note()).ToHaveValueAsync("What moved her: the empty corridor.");
        await LooksRight(laptop);

        var old = await Open(world, await world.OtherDevice(writer));
        await old.GotoAsync("/me/notes");
        await old.GetByRole(AriaRole.Link, new() { Name = "By passphrase" }).TapAsync();
        await old.Locator("summary").Filter(new() { HasText = "I only have the recovery code" }).TapAsync();
        await old.Field("Your recovery code").FillAsync(code.ToLowerInvariant().Replace('-', ' '));
        await old.Button("Open my notes").Last.TapAsync();
        await Assertions.Expect(old.Locator("[data-note-read]")).ToContainTextAsync("the empty corridor");
        await Assertions.Expect(old.Locator("[data-note-read] dt")).ToHaveTextAsync("Your own note");
        await LooksRight(old);
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task Two_devices_lose_nothing_of_what_either_wrote()
    {
        var (writer, path) = (await world.Writer(), await world.Gathering("Two devices"));
        var (phone, laptop) = (await Open(world, writer), await Open(world, await world.OtherDevice(writer), phone: false));
        await phone.GotoAsync(path);
        await phone.BeginWith("First.", Passphrase);
        await phone.IsSaid("Kept, and locked.");
        await laptop.GotoAsync(path);
        await laptop.OpenWith(Passphrase);
        await laptop.Note().FillAsync("First. From the laptop.");
        await laptop.Button("Keep").ClickAsync();
        await laptop.IsSaid("Kept, and locked.");
        await phone.Note().FillAsync("First. From the phone.");
        await phone.Button("Keep").TapAsync();
        await phone.Heading("You wrote here on another device, too").IsShown();
        await Assertions.Expect(phone.Locator("[data-note-theirs]")).ToContainTextAsync("From the laptop.");
        await Assertions.Expect(phone.Note()).ToHaveValueAsync("First. From the phone.");
        Hall.Troubles(phone);
        await LooksRight(phone);
        await phone.Button("Keep both, one below the other").TapAsync();
        await phone.IsSaid("Kept, and locked.");
        await laptop.ReloadAsync();
        await Assertions.Expect(laptop.Note()).ToHaveValueAsync("First. From the phone.\n\nFirst. From the laptop.");
        await laptop.Locator("summary").Filter(new() { HasText = "Delete this note" }).ClickAsync();
        await laptop.Button("Delete it for good").ClickAsync();
        await laptop.IsSaid("gone for good");
        await Assertions.Expect(laptop.Note()).ToHaveValueAsync("");
        Assert.Equal(0, await world.Read(db => db.The<PrivateNote>().CountAsync(n => n.PersonId == writer.Person.Id, TestContext.Current.CancellationToken)));
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task Without_a_network_it_says_that_it_is_not_kept_and_keeps_it_once_there_is_one()
    {
        var (writer, path) = (await world.Writer(), await world.Gathering("In a tunnel"));
        var page = await Open(world, writer);
        await page.GotoAsync(path);
        await page.BeginWith("Before.", Passphrase);
        await page.IsSaid("Kept, and locked.");
        await page.Context.SetOfflineAsync(true);
        await page.Note().FillAsync("Before. And in the tunnel.");
        await page.Button("Keep").TapAsync();
        await page.IsSaid("Not kept yet: there is no connection.");
        await page.Context.SetOfflineAsync(false);
        await page.IsSaid("Kept, and locked.");
        Hall.Troubles(page);
        await page.ReloadAsync();
        await Assertions.Expect(page.Note()).ToHaveValueAsync("Before. And in the tunnel.");
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task Signing_out_locks_them_and_tabs_lock_together()
    {
        var (writer, path) = (await world.Writer(), await world.Gathering("Tabs"));
        var page = await Open(world, writer, phone: false);
        await page.GotoAsync(path);
        await page.BeginWith("Between tabs.", Passphrase);
        await page.IsSaid("Kept, and locked.");
        var other = await Hall.OpenIn(page.Context);
        await other.GotoAsync(path);
        await Assertions.Expect(other.Note()).ToHaveValueAsync("Between tabs.");
        await other.Button("Lock my notes on this device").ClickAsync();
        await page.Heading("Your notes are locked on this device").IsShown();
        await Assertions.Expect(page.Note()).ToHaveValueAsync("");
        await page.OpenWith(Passphrase);
        await Assertions.Expect(other.Note()).ToHaveValueAsync("Between tabs.");
        await other.GotoAsync("/me");
        await other.Button("Sign out of this browser").ClickAsync();
        await other.Heading("Sign in").IsShown();
        await page.Heading("Sign in").IsShown();
        Assert.Equal("0", await other.EvaluateAsync<string>("""
            async () => {
              const base = await new Promise(done => { const asked = indexedDB.open("leaderful-note-keys"); asked.onsuccess = () => done(asked.result); });
              const kept = [...base.objectStoreNames].length && await new Promise(done => { const asked = base.transaction("keys").objectStore("keys").count(); asked.onsuccess = () => done(asked.result); });
              base.close();
              return String(kept);
            }
            """));
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task Another_passphrase_another_code_and_to_begin_anew()
    {
        var (writer, path) = (await world.Writer(), await world.Gathering("Ways"));
        var page = await Open(world, writer);
        await page.GotoAsync(path);
        var code = await page.BeginWith("Under the first passphrase.", Passphrase);
        await page.IsSaid("Kept, and locked.");
        await page.GotoAsync("/me/notes");
        await LooksRight(page);
        await page.Button("Change it").TapAsync();
        await page.OpenWith(Passphrase);
        await page.Field("A passphrase").FillAsync("another lamp under water");
        await LooksRight(page);
        await page.Button("Take this passphrase").TapAsync();
        await Assertions.Expect(page.Toast()).ToContainTextAsync("this passphrase opens your notes");
        await page.Button("Make a new one").TapAsync();
        await page.OpenWith("another lamp under water");
        var newer = await page.KeepCode();
        await Assertions.Expect(page.Toast()).ToContainTextAsync("this recovery code opens your notes");
        Assert.NotEqual(code, newer);

        await page.Button("Lock my notes on this device").TapAsync();
        await page.IsSaid("locked on this device");
        await page.GotoAsync(path);
        await page.OpenWith(Passphrase);
        await page.GetByText("This passphrase does not open your notes.").IsShown();
        await page.OpenWith("another lamp under water");
        await Assertions.Expect(page.Note()).ToHaveValueAsync("Under the first passphrase.");
        await page.GotoAsync("/me/notes");
        await page.Locator("summary").Filter(new() { HasText = "Begin anew" }).TapAsync();
        await LooksRight(page);
        await page.Button("Delete all my notes").TapAsync();
        await Assertions.Expect(page.Toast()).ToContainTextAsync("gone for good");
        await page.GotoAsync(path);
        await Assertions.Expect(page.Note()).ToHaveValueAsync("");
        await page.BeginWith("A new beginning.", Passphrase);
        await page.IsSaid("Kept, and locked.");
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task Without_script_it_says_in_a_sentence_what_it_needs()
    {
        var page = await Open(world, await world.Writer(), script: false);
        await page.GotoAsync(await world.Gathering("Plain"));
        await page.GetByText("Notes for yourself alone are locked by your browser").IsShown();
        await Assertions.Expect(page.Note()).ToBeHiddenAsync();
    }

    /// <summary>No assertion: how long somebody waits for their words, for whoever reads this run.</summary>
    [Fact(Timeout = Hall.Longest)]
    public async Task How_long_it_takes_from_the_address_to_the_words()
    {
        var (writer, path) = (await world.Writer(), await world.Gathering("Clock"));
        var page = await Open(world, writer);
        await page.GotoAsync(path);
        await page.BeginWith("So long.", Passphrase);
        await page.IsSaid("Kept, and locked.");
        var took = new List<double>();
        for (var n = 0; n < 7; n++)
        {
            var watch = Stopwatch.StartNew();
            await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit });
            await page.WaitForFunctionAsync("() => document.querySelector('[data-note-field]')?.value === 'So long.'");
            took.Add(watch.Elapsed.TotalMilliseconds);
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"From the address to the opened words: {string.Join(", ", took.Select(t => FormattableString.Invariant($"{t:0}")))} ms");
        await Assertions.Expect(page.Note()).ToHaveValueAsync("So long.");
    }
}
