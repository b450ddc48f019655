using System.Net;
using Leaderful.Data;
using Leaderful.Pages;
using Xunit;

namespace Leaderful.Tests.Pages;

/// <summary>A page begins with a template or with a text that was written elsewhere.</summary>
public class BringingPagesTests(World world) : IClassFixture<World>
{
    private const string List = "/c/millbrook/pages";

    private const string Text = """
        # Plan

        We **begin** in *March*, ~~not~~ in `may`, see [the list](https://example.org/list).

        - bread
        - [not here]
          1. flour
          2. salt

        - [x] asked
        - [ ] bought

        > Slowly.

        | who | what |
        |---|---|
        | Ines | ovens |

        ```yaml
        heat: 220
        ```

        ---
        """;

    [Fact]
    public async Task Markdown_stands_there_as_what_it_means_and_comes_out_as_it_was()
    {
        var page = await Begin(("text", Text));
        var main = page.Page.QuerySelector("main .read")!;
        Assert.Equal("begin", main.QuerySelector("strong")!.TextContent);
        Assert.Equal("March", main.QuerySelector("em")!.TextContent);
        Assert.Equal("https://example.org/list", main.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(["flour", "salt"], main.QuerySelectorAll("ul ol li").Select(l => l.TextContent.Trim()));
        Assert.Equal("Slowly.", main.QuerySelector("blockquote")!.TextContent.Trim());
        Assert.Equal(["who", "what"], main.QuerySelectorAll("th").Select(c => c.TextContent.Trim()));
        Assert.Equal("ovens", main.QuerySelectorAll("td").Last().TextContent.Trim());
        Assert.Contains("heat: 220", main.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(main.QuerySelector("hr"));
        var out1 = (await world.Ruth.Get($"{page.Response.RequestMessage!.RequestUri!.AbsolutePath}/markdown")).Text;
        foreach (var part in new[] { "**begin**", "*March*", "~~not~~", "`may`", "[the list](https://example.org/list)", "- [x] asked", "- [ ] bought", "> Slowly.", "heat: 220" })
            Assert.Contains(part, out1, StringComparison.Ordinal);
        var again = (await world.Ruth.Get($"{(await Begin(("text", out1[(out1.IndexOf('\n') + 1)..]))).Response.RequestMessage!.RequestUri!.AbsolutePath}/markdown")).Text;
        Assert.Equal(out1[out1.IndexOf('\n')..], again[again.IndexOf('\n')..]);
    }

    [Theory]
    [InlineData("<script>alert(1)</script><img src=x onerror=alert(1)>")]
    [InlineData("[x](javascript:alert(1)) ![y](https://elsewhere.example/track.gif)")]
    [InlineData("<b onmouseover=alert(1)>bold</b>")]
    public async Task Markup_is_text_and_nothing_from_elsewhere_is_loaded(string text)
    {
        var page = await Begin(("text", text));
        var main = page.Page.QuerySelector("main .read")!;
        Assert.Empty(main.QuerySelectorAll("script, img, b, [onmouseover], a[href^='javascript']"));
    }

    [Theory]
    [InlineData("four-boxes", "What mattered")]
    [InlineData("check-in", "What needs us today")]
    [InlineData("charter", "How we decide")]
    [InlineData("story", "Where it began")]
    public async Task A_template_stands_there_to_begin_with(string template, string heading)
    {
        var page = await Begin(("template", template));
        Assert.Contains(page.Page.QuerySelectorAll("main .read h2"), h => h.TextContent == heading);
        Assert.DoesNotContain(page.Page.QuerySelectorAll("main .read h2"), h => h.NextElementSibling is null or { LocalName: "h2" });
    }

    [Fact]
    public async Task What_is_no_template_is_a_blank_page() =>
        Assert.Contains("Nobody has written on it yet", (await Begin(("template", "../../etc"))).Main, StringComparison.Ordinal);

    [Fact]
    public async Task What_is_too_long_is_refused_with_what_was_typed()
    {
        var refused = await world.Ruth.Post(List, ("title", "Long"), ("text", new string('x', 70_000)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(70_000, refused.Page.QuerySelector("#text")!.TextContent.Length);
        Assert.Equal("Long", refused.Page.QuerySelector("#title")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("> ", 2_000)]
    [InlineData("- ", 2_000)]
    [InlineData("[](", 20_000)]
    [InlineData("**a_", 10_000)]
    [InlineData("| a ", 10_000)]
    public async Task However_it_is_made_it_stands_there(string piece, int times)
    {
        var page = await Begin(("text", $"first\n\n{string.Concat(Enumerable.Repeat(piece, times))}"));
        Assert.Contains("first", page.Main, StringComparison.Ordinal);
    }

    private async Task<Screen> Begin(params (string, string)[] fields) =>
        await world.Ruth.Follow(await world.Ruth.Post(List, [("title", "Brought"), .. fields]));
}
