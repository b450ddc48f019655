using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Leaderful.Data;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Book;
using Leaderful.Shared;
using Leaderful.Shared.Web;
using Leaderful.Tests.Hostile;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.OpenSpace.Book;

/// <summary>Each form of the proceedings is whole, whatever people wrote.</summary>
public class BookFormTests(BookWorld world) : IClassFixture<BookWorld>
{
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    [Fact]
    public async Task An_epub_says_what_it_is_first_and_what_is_in_it_is_what_it_lists()
    {
        var (space, _) = await Told(BookWorld.Own("Nights"));
        var answer = await world.Wen.Client.GetAsync($"{BookWorld.Path(space)}/epub");
        Assert.Equal("application/epub+zip", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.EndsWith(".epub", answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        var epub = new Epub(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        // The name and the words stand at the very beginning, uncompressed: that is how readers know it.
        Assert.Equal("mimetypeapplication/epub+zip", Encoding.ASCII.GetString(epub.Bytes, 30, 28));
        Assert.Equal("mimetype", epub.Files.Keys.First());
        Assert.Equal("book/package.opf", epub.Xml("META-INF/container.xml").Descendants().Single(e => e.Name.LocalName == "rootfile").Attribute("full-path")!.Value);
        Assert.Equal(epub.Files.Keys.Except(["mimetype", "META-INF/container.xml", "book/package.opf"]).Order(StringComparer.Ordinal), epub.Manifest.Order(StringComparer.Ordinal));
        var package = epub.Xml("book/package.opf");
        Assert.Equal($"urn:uuid:{space.Value}", package.Descendants().Single(e => e.Name.LocalName == "identifier").Value);
        Assert.Equal("en", package.Descendants().Single(e => e.Name.LocalName == "language").Value);
        Assert.Equal("ltr", package.Descendants().Single(e => e.Name.LocalName == "spine").Attribute("page-progression-direction")!.Value);
        var pages = epub.Pages;
        var listed = pages["book/nav.xhtml"].Descendants(Html + "a").Select(a => "book/" + a.Attribute("href")!.Value).ToList();
        Assert.Equal(pages.Keys.Where(k => k != "book/nav.xhtml").Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        foreach (var (name, page) in pages)
        {
            Assert.True(page.Descendants(Html + "h1").Count() == 1, name);
            foreach (var link in page.Descendants(Html + "a").Select(a => a.Attribute("href")!.Value).Where(h => !h.StartsWith("http", StringComparison.Ordinal)))
            {
                var (file, anchor) = (link.Split('#')[0], link.Split('#').ElementAtOrDefault(1));
                Assert.Contains($"book/{file}", pages.Keys);
                if (anchor is not null) Assert.Contains(pages[$"book/{file}"].Descendants(), e => e.Attribute("id")?.Value == anchor);
            }
            foreach (var picture in page.Descendants(Html + "img")) Assert.Contains($"book/{picture.Attribute("src")!.Value}", epub.Manifest);
        }
        Assert.Contains("book/pictures/picture-1.jpg", epub.Manifest);
        Assert.DoesNotContain("IMG_1234", epub.AllText, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Get($"{BookWorld.Path(space)}/epub")).Status);
    }

    [Fact]
    public async Task A_folder_left_behind_by_a_crash_is_removed_with_a_later_book_and_one_in_use_is_not()
    {
        var (space, _) = await Told(BookWorld.Own("Nights"));
        var (old, young) = (Directory.CreateTempSubdirectory("leaderful-book-"), Directory.CreateTempSubdirectory("leaderful-book-"));
        await File.WriteAllTextAsync(Path.Combine(old.FullName, "left.txt"), "Left", TestContext.Current.CancellationToken);
        Directory.SetLastWriteTimeUtc(old.FullName, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-3));
        // It is looked for with the first book after the start, and then every two hours.
        world.Time.Advance(TimeSpan.FromHours(2));
        await world.Wen.Client.GetAsync($"{BookWorld.Path(space)}/epub");
        Assert.Equal((false, true), (Directory.Exists(old.FullName), Directory.Exists(young.FullName)));
        young.Delete();
    }

    [Fact]
    public async Task Markdown_goes_with_its_pictures_or_alone()
    {
        var (space, _) = await Told(BookWorld.Own("Nights"));
        var answer = await world.Wen.Client.GetAsync($"{BookWorld.Path(space)}/markdown");
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["book.md", "pictures/picture-1.jpg"], zip.Entries.Select(e => e.FullName));
        using var reader = new StreamReader(zip.Entries[0].Open());
        var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("(pictures/picture-1.jpg)", text, StringComparison.Ordinal);
        Assert.Contains("### Keys", text, StringComparison.Ordinal);
        Assert.Contains("| Cut a key | Bea Lindqvist |", text, StringComparison.Ordinal);
        var plain = await world.Space("Без картин");
        await world.Report(await world.Topic(plain, "# *Not* a [mark](x)"), "Only words.");
        var alone = await world.Wen.Client.GetAsync($"{BookWorld.Path(plain)}/markdown");
        Assert.Equal("text/markdown", alone.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Без картин.md", alone.Content.Headers.ContentDisposition!.FileNameStar);
        var said = await alone.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(@"### \# \*Not\* a \[mark\](x)", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Odd_titles_a_picture_that_is_gone_and_ten_thousand_lines_break_no_form()
    {
        var space = await world.Space("<b>Ночь</b> \"&\" ליל 夜 / .. \\ 👩‍👩‍👧", purpose: "</p><script>alert(1)</script>");
        foreach (var text in HostileTexts.Some.Concat(HostileTexts.Attacks).Select(Leaderful.Shared.Forms.Clean.Line).Where(t => t.Length is > 0 and <= 200)) await world.Report(await world.Topic(space, text), text, "\u0001 odd \uFFFE");
        await world.Report(await world.Topic(space, "Long"), [.. Enumerable.Range(0, 10_000).Select(n => $"Line {n}")]);
        var lost = world.Picture();
        await world.Report(await world.Topic(space, "Gone"), [lost], "Here was a picture.");
        world.Lose(lost);
        var topic = await world.Topic(space, "ערב <i>טוב</i>");
        await world.Promise(world.Bea, "</td><script>alert(2)</script>", topic);

        foreach (var form in new[] { "", "/print" })
        {
            var page = (await world.Wen.Get(BookWorld.Path(space) + form)).Page;
            Assert.DoesNotContain(page.QuerySelectorAll("main script, main iframe, main svg[onload]"), _ => true);
            Assert.DoesNotContain(page.QuerySelectorAll("main *").SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal) || a.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
            Assert.Contains("Line 9999", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Contains("A picture that is not here any more: the lock & the key", page.Body.TextContent, StringComparison.Ordinal);
            Assert.Contains("ערב <i>טוב</i>", page.Body.TextContent, StringComparison.Ordinal);
        }
        var epub = await BookWorld.Epub(world.Wen, space);
        Assert.True(epub.Pages.Count > 10);
        Assert.All(epub.Pages.Values, p => Assert.Empty(p.Descendants(Html + "script")));
        Assert.Contains("Line 9999", epub.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain(epub.Manifest, m => m.Contains("picture-", StringComparison.Ordinal));
        var markdown = await world.Wen.Client.GetAsync($"{BookWorld.Path(space)}/markdown");
        Assert.DoesNotContain("/", markdown.Content.Headers.ContentDisposition!.FileNameStar!, StringComparison.Ordinal);
        Assert.DoesNotContain("..", markdown.Content.Headers.ContentDisposition!.FileNameStar!.Replace(".md", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_box_nobody_filled_is_in_no_form_and_whatever_somebody_wrote_is()
    {
        var space = await world.Space(BookWorld.Own("Boxes"));
        var (begun, told) = (await world.Topic(space, "Begun and left"), await world.Topic(space, "Told"));
        await world.Wen.Post($"/c/millbrook/gatherings/{space}/wall/topics/{begun}/report");
        Assert.NotNull((await world.Wen.Get($"/c/millbrook/gatherings/{space}/wall/topics/{begun}/report")).Page.QuerySelector(".page-text li[data-type=taskItem]"));
        await world.Boxes(told, ("What mattered", "Warm soup"), ("Next steps", ""), ("A heading of our own", ""));
        foreach (var (form, text) in await Forms(space))
        {
            foreach (var said in new[] { "Warm soup", "What mattered", "A heading of our own", "Begun and left" }) Assert.True(text.Contains(said, StringComparison.Ordinal), $"{form}: {said}");
            Assert.False(text.Contains("Next steps", StringComparison.Ordinal), form);
            Assert.False(text.Contains("by when", StringComparison.Ordinal), form);
        }
        var page = (await world.Wen.Get(BookWorld.Path(space))).Page;
        Assert.Equal("Begun and left", page.QuerySelector("#without-notes ~ .book-rest .what")!.TextContent.Trim());
        Assert.Equal(["What mattered", "A heading of our own"], page.QuerySelectorAll(".book-report :is(h4, h5, h6)").Select(h => h.TextContent));
    }

    [Fact]
    public async Task A_dot_between_two_things_ends_a_line_and_begins_none()
    {
        var (space, _) = await Told(BookWorld.Own("Lines"));
        foreach (var text in new[] { (await world.Wen.Get(BookWorld.Path(space))).Main, (await world.Wen.Get($"{BookWorld.Path(space)}/print")).Page.QuerySelector("main, body")!.TextContent })
        {
            Assert.Contains("\u00a0· Hall", text, StringComparison.Ordinal);
            Assert.Contains("\u00a0· by", text, StringComparison.Ordinal);
            Assert.DoesNotMatch("[0-9a-z] · [A-Za-z]", string.Concat(text.Split('\n').Where(l => l.Contains("Hall", StringComparison.Ordinal) || l.Contains("Bea", StringComparison.Ordinal))));
        }
        Assert.Contains("\u00a0· Hall", string.Concat((await BookWorld.Epub(world.Wen, space)).Pages.Values.Select(p => p.Root!.Value)), StringComparison.Ordinal);
    }

    private async Task<(string Form, string Text)[]> Forms(Id<Space> space) =>
    [
        ("read", (await world.Wen.Get(BookWorld.Path(space))).Main), ("print", (await world.Wen.Get($"{BookWorld.Path(space)}/print")).Text),
        ("epub", (await BookWorld.Epub(world.Wen, space)).AllText), ("markdown", (await world.Wen.Get($"{BookWorld.Path(space)}/markdown")).Text),
    ];

    [Fact]
    public async Task A_language_from_right_to_left_turns_the_book_too()
    {
        var (space, _) = await Told("ليالٍ آمنة");
        var reader = world.Again(world.Wen);
        reader.Client.DefaultRequestHeaders.Add("Accept-Language", Languages.Mirrored);
        Assert.Equal("rtl", (await reader.Get($"{BookWorld.Path(space)}/print")).Page.DocumentElement.GetAttribute("dir"));
        var epub = await BookWorld.Epub(reader, space);
        Assert.Equal("rtl", epub.Xml("book/package.opf").Descendants().Single(e => e.Name.LocalName == "spine").Attribute("page-progression-direction")!.Value);
        Assert.All(epub.Pages.Values, p => Assert.Equal("rtl", p.Root!.Attribute("dir")!.Value));
    }

    [Fact]
    public void Nobody_takes_along_as_many_as_they_like()
    {
        var files = world.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.TrimEnd('/') is ['/', ..] and var path && new[] { "/book/pdf", "/book/epub", "/book/markdown" }.Any(f => path.EndsWith(f, StringComparison.Ordinal))).ToList();
        Assert.Equal(3, files.Count);
        Assert.All(files, f => Assert.Equal(RateLimits.Taking, f.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName));
    }

    [Fact]
    public async Task A_pdf_is_made_where_there_is_a_chromium_and_nothing_of_it_stays()
    {
        if (world.Services.GetRequiredService<Chromium>().Program is null) Assert.Skip("There is no Chromium on this machine.");
        var (space, theme) = await Told(BookWorld.Own("Nights"));
        Assert.NotNull((await world.Wen.Get(BookWorld.Path(space))).Page.QuerySelector($"a[href='{BookWorld.Path(space)}/pdf'][download]"));
        var answer = await world.Wen.Client.GetAsync($"{BookWorld.Path(space)}/pdf");
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"{theme}.pdf", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Matches(@"/Count [3-9]", Encoding.Latin1.GetString(bytes));
        // The folder goes once the answer is sent, which may be a moment after it was read.
        for (var n = 0; n < 100 && Folders().Any(); n++) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Empty(Folders());
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Get($"{BookWorld.Path(space)}/pdf")).Status);
    }

    /// <summary>Of books being made into PDF files; others are made into other files meanwhile.</summary>
    private static IEnumerable<string> Folders() => Directory.EnumerateDirectories(Path.GetTempPath(), "leaderful-book-*").Where(f => File.Exists(Path.Combine(f, "book.html")));

    private async Task<(Id<Space> Space, string Theme)> Told(string theme)
    {
        var space = await world.Space(theme);
        var (slot, hall) = (await world.Slot(space), await world.Place(space, "Hall"));
        var topic = await world.Topic(space, "Keys", slot, hall);
        var joined = await world.Topic(space, "Locks");
        await world.Report(topic, [world.Picture()], "Two are enough.", "שתיים מספיקות");
        await world.Report(await world.Topic(space, "Lamps", await world.Slot(space, day: 1), hall), "Oil.");
        await world.Topic(space, "Not yet");
        await world.Promise(world.Bea, "Cut a key", topic);
        await world.Promise(world.Bea, "Oil the lock", joined);
        await world.Writes.Do(unit => Leaderful.OpenSpace.Wall.Changing.MergeTopic(unit, world.Ruth.Person.ActorId, joined, topic));
        return (space, theme);
    }
}
