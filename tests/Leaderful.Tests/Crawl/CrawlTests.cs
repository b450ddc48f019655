using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Leaderful.Shared;
using Xunit;

namespace Leaderful.Tests.Crawl;

/// <summary>Every page there is, as every role, held to what is true of all pages.</summary>
public partial class CrawlTests(CrawlWorld world) : IClassFixture<CrawlWorld>
{
    private static readonly string[] Shown = ["title", "placeholder", "aria-label", "alt"];

    public static TheoryData<string> Roles => ["anyone", "stranger", "member", "steward"];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Every_page_can_be_read_and_left(string role)
    {
        var wrong = new List<string>();
        await foreach (var (path, screen) in new Crawler(Visitor(role), "en").From(["/", $"/c/{world.Mill.Slug}", "/parts", "/nothing-here", .. Prepared(role), .. Books(role)]))
            wrong.AddRange(PageRules.Broken(screen, path == "/nothing-here" && role != "anyone").Select(w => $"{path}: {w}"));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Every_word_of_the_house_comes_from_a_resource_file(string role)
    {
        var plain = new List<string>();
        await foreach (var (path, screen) in new Crawler(Visitor(role), Languages.Lengthened).From(["/", $"/c/{world.Mill.Slug}", "/parts", "/nothing-here", .. Prepared(role), .. Books(role)]))
            plain.AddRange(Texts(screen.Page).Where(IsPlain).Select(t => $"{path}: {t.Trim()}"));
        Assert.True(plain.Count == 0, string.Join('\n', plain.Distinct(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_language_from_right_to_left_turns_every_page()
    {
        await foreach (var (path, screen) in new Crawler(world.Member, Languages.Mirrored).From(["/", $"/c/{world.Mill.Slug}", .. Prepared("member"), .. world.Books]))
        {
            Assert.True(screen.Page.DocumentElement.GetAttribute("dir") == "rtl", path);
            Assert.Equal(Languages.Mirrored, screen.Page.DocumentElement.GetAttribute("lang"));
        }
    }

    /// <summary>Where an Open Space is prepared, and where somebody looks for help.</summary>
    private string[] Prepared(string role) => role is "member" or "steward" ? [$"{world.Prepared}/preparing", $"{world.Prepared}/givens", $"/c/{world.Mill.Slug}/assets?q={Uri.EscapeDataString("булка")}"] : [];

    private IReadOnlyList<string> Books(string role) => role is "member" or "steward" ? world.Books : [];

    private Visitor Visitor(string role) => role switch
    {
        "anyone" => world.Anyone(),
        "stranger" => world.Stranger,
        "member" => world.Member,
        _ => world.Steward,
    };

    private static IEnumerable<string> Texts(IHtmlDocument page)
    {
        foreach (var text in page.Descendants<IText>().Where(t => t.ParentElement is not null && !IsNotWords(t.ParentElement))) yield return text.Data;
        foreach (var element in page.All)
            foreach (var attribute in Shown)
                if (element.GetAttribute(attribute) is { } value && element.Closest("[data-said]") is null) yield return value;
    }

    /// <summary>Scripts, times (said by the browser), codes, addresses, and what is typed in a field.</summary>
    private static bool IsNotWords(IElement element) => element.Closest("script, style, time, code, kbd, textarea, [data-said]") is not null;

    private bool IsPlain(string text) => Latin().IsMatch(Marked().Replace(text, "").Replace(world.Millbrook.Name, "").Replace(world.Harbour.Name, ""));

    [GeneratedRegex("[A-Za-z]")]
    private static partial Regex Latin();

    [GeneratedRegex("⟦[^⟧]*⟧")]
    private static partial Regex Marked();
}
