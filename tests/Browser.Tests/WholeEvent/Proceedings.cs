using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests.WholeEvent;

/// <summary>The book of proceedings holds every report and everything that was taken on, on the screen and wherever it is taken.</summary>
public sealed partial class WholeEventTests
{
    private static IEnumerable<string> Written() => [.. InTheCut, MeanwhileRuth, .. Reports.Values];

    private static IEnumerable<string> Titles() => [Soup, Bread, Lamp, Keys, Cellar, Chess, Stove, Rota];

    private async Task Close()
    {
        await ruth.GotoAsync(At("preparing"));
        await ruth.Button("Close").ClickAsync();
        await Part(ruth, "stage").GetByText("Closed.").First.IsShown();
        await SameWall();
        await tom.GotoAsync(At("wall"));
        await tom.Link("Post a topic").IsGone();
        await LooksRight(tom);
    }

    /// <summary>Whoever was in the room reads it, guests too; each action says who, by when, and where it is reported.</summary>
    private async Task ReadTheBook()
    {
        foreach (var page in new[] { ruth, tom })
        {
            await page.GotoAsync(At("book"));
            await Until(async () =>
            {
                await page.ReloadAsync();
                var said = await page.Locator("main").TextContentAsync() ?? "";
                return Written().Concat(Titles()).All(w => said.Contains(w, StringComparison.Ordinal));
            }, async () => $"In the book is\n{await page.Locator("main").InnerTextAsync()}");
            foreach (var (what, who, day) in Actions)
            {
                var row = page.Locator(".book-promises tr").Filter(new() { HasText = what });
                foreach (var words in new[] { who, Said(day)[..^5], "the commitments of Millbrook Care Network" }) await Assertions.Expect(row).ToContainTextAsync(words);
            }
            await LooksRight(page);
        }
        await Assertions.Expect(tom.Locator(".book-rest li").Filter(new() { HasText = Chess })).Not.ToContainTextAsync("Still to come");
        await Assertions.Expect(tom.Locator("main")).ToContainTextAsync("Came, by their own word: Old Tom");
        await ruth.GotoAsync(At("book/print"));
        await LooksRight(ruth);
    }

    private async Task TakeTheBookAlong()
    {
        await ruth.GotoAsync(At("book"));
        var markdown = (await File.ReadAllTextAsync(await Download("Markdown"))).Replace("\\", "", StringComparison.Ordinal);
        HoldsAll(markdown);
        foreach (var (what, who, day) in Actions)
            Assert.Matches($@"\| {Regex.Escape(what)} \| {Regex.Escape(who)} \| by {Regex.Escape(Said(day))} \| taken on \| http\S+/commitments/\S+ \|", markdown);
        await using var epub = await ZipFile.OpenReadAsync(await Download("EPUB, for e-readers"));
        var text = "";
        foreach (var part in epub.Entries.Where(e => e.FullName.EndsWith(".xhtml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(await part.OpenAsync());
            text += WebUtility.HtmlDecode(Tags().Replace(await reader.ReadToEndAsync(), ""));
        }
        HoldsAll(text);
        foreach (var (what, who, _) in Actions) Assert.True(text.Contains(what, StringComparison.Ordinal) && text.Contains(who, StringComparison.Ordinal));
    }

    private static void HoldsAll(string book) => Assert.All(Written().Concat(Titles()), words => Assert.Contains(words, book, StringComparison.Ordinal));

    private async Task<string> Download(string link)
    {
        var file = await ruth.RunAndWaitForDownloadAsync(() => ruth.Link(link).ClickAsync());
        return await file.PathAsync();
    }

    [GeneratedRegex("<[^>]+>", RegexOptions.None, 1000)]
    private static partial Regex Tags();
}
