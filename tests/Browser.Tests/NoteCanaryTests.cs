using System.Text;
using Leaderful.Notes;
using Leaderful.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

/// <summary>A word that is typed into a note, and a passphrase, are looked for in every byte that is kept or sent anywhere.</summary>
public class NoteCanaryTests(Hall hall, NotesWorld world) : InHall(hall), IClassFixture<NotesWorld>
{
    private const string Canary = "zqnotekestrelplume", Passphrase = "zqpassphrasekestrelplume";

    [Fact(Timeout = Hall.Longest)]
    public async Task What_is_typed_for_oneself_is_nowhere_to_be_found()
    {
        var (writer, path) = (await world.Writer(), await world.Gathering("zqgatheringkestrelplume"));
        var page = await Open(world, writer, phone: false);
        var sent = new List<byte[]>();
        page.Request += (_, request) => { sent.Add(request.PostDataBuffer ?? []); sent.Add(Encoding.UTF8.GetBytes(request.Url)); };
        await page.GiveSecretAuthenticator();
        await page.GotoAsync("/me/passkeys/new");
        await page.Button("Make a passkey").ClickAsync();
        await page.Heading("Nell Ashby").IsShown();
        await page.GotoAsync(path);
        await page.EvaluateAsync("""
            () => {
              const get = navigator.credentials.get.bind(navigator.credentials);
              navigator.credentials.get = async asked => {
                const made = await get(asked), first = made.getClientExtensionResults().prf?.results?.first;
                window.secrets = [...(window.secrets ?? []), Array.from(new Uint8Array(first))];
                return made;
              };
            }
            """);
        await page.Note().FillAsync($"{Canary} before");
        await page.Button("Keep").ClickAsync();
        await page.Button("Open them with a passkey of mine").ClickAsync();
        var code = await page.KeepCode();
        await page.IsSaid("Kept, and locked.");
        await page.Note().FillAsync($"{Canary} and after");
        await page.WaitForTimeoutAsync(3000);
        var stored = await Stored(page);
        await page.Button("Keep").ClickAsync();
        await page.IsSaid("Kept, and locked.");
        var secrets = (await page.EvaluateAsync<int[][]>("() => window.secrets")).Select(s => s.Select(b => (byte)b).ToArray()).ToList();
        await page.GotoAsync("/me/notes");
        await page.Button("Add a passphrase").ClickAsync();
        await page.Button("Open with a passkey").ClickAsync();
        await page.Field("A passphrase").FillAsync(Passphrase);
        await page.Button("Take this passphrase").ClickAsync();
        await page.Toast().IsShown();
        stored += await Stored(page);

        Assert.NotEmpty(secrets);
        foreach (var secret in secrets)
            Assert.All(sent, bytes => Assert.False(Holds(bytes, secret) || Says(bytes, Convert.ToBase64String(secret).TrimEnd('=')) || Says(bytes, Convert.ToBase64String(secret).TrimEnd('=').Replace('+', '-').Replace('/', '_')), "A passkey's secret was sent."));
        foreach (var word in new[] { Canary, Passphrase, code, code.Replace("-", "", StringComparison.Ordinal) })
        {
            Assert.DoesNotContain(word, stored, StringComparison.OrdinalIgnoreCase);
            Assert.All(sent, bytes => Assert.False(Says(bytes, word), $"{word} was sent."));
            Assert.Equal([], Where(word));
        }
        // What is looked for so is found: the gathering's title in the database, the requests in the log.
        if (world.Postgres.Length == 0) Assert.NotEmpty(Where("zqgatheringkestrelplume"));
        Assert.Contains(world.Logged, Where($"/me/notes/"));
        var note = await world.Read(db => db.The<PrivateNote>().SingleAsync(n => n.PersonId == writer.Person.Id, TestContext.Current.CancellationToken));
        Assert.False(Says(note.Sealed, Canary));
        Assert.Equal(0, (note.Sealed.Length - 29) % 256);
    }

    /// <summary>Everything a page may keep in clear: local and session storage, caches, and what can be said of its databases.</summary>
    private static Task<string> Stored(IPage page) => page.EvaluateAsync<string>("""
        async () => {
          const found = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie];
          for (const name of await caches.keys()) for (const one of await (await caches.open(name)).keys()) found.push(one.url, await (await (await caches.open(name)).match(one)).text());
          for (const { name } of await indexedDB.databases()) {
            const base = await new Promise(done => { const asked = indexedDB.open(name); asked.onsuccess = () => done(asked.result); });
            for (const store of base.objectStoreNames) found.push(JSON.stringify(await new Promise(done => { const asked = base.transaction(store).objectStore(store).getAll(); asked.onsuccess = () => done(asked.result); })));
            base.close();
          }
          return found.join("\n");
        }
        """);

    /// <summary>The files of the data folder that hold a word: the database with its log, blobs, mail, everything that was logged.</summary>
    private List<string> Where(string word) => [.. Directory.EnumerateFiles(world.Folder, "*", SearchOption.AllDirectories).Where(f => Says(Read(f), word))];

    private static bool Says(ReadOnlySpan<byte> bytes, string word) =>
        Holds(bytes, Encoding.UTF8.GetBytes(word)) || Holds(bytes, Encoding.Unicode.GetBytes(word)) || Holds(bytes, Encoding.BigEndianUnicode.GetBytes(word));

    private static bool Holds(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> word) => bytes.IndexOf(word) >= 0;

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
