using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Leaderful.Shared.Markdown;
using Xunit;

namespace Leaderful.Tests.Shared.Markdown;

public class MarkdownTextTests
{
    [Theory]
    [InlineData("Dear all,\nhow *are* **you**?\n\nMaria", "<p dir=\"auto\">Dear all,<br>how <em>are</em> <strong>you</strong>?</p><p dir=\"auto\">Maria</p>")]
    [InlineData("- a\n- b", "<ul><li dir=\"auto\">a</li><li dir=\"auto\">b</li></ul>")]
    [InlineData("3. a\n4. b", "<ol start=\"3\"><li dir=\"auto\">a</li><li dir=\"auto\">b</li></ol>")]
    [InlineData("- [x] a", "<ul><li dir=\"auto\"><input type=\"checkbox\" disabled checked aria-label=\"☑\"> a</li></ul>")]
    [InlineData("~~a~~", "<p dir=\"auto\"><del>a</del></p>")]
    [InlineData("> a", "<blockquote dir=\"auto\"><p dir=\"auto\">a</p></blockquote>")]
    [InlineData("# a\n## b", "<h3 dir=\"auto\">a</h3><h4 dir=\"auto\">b</h4>")]
    [InlineData("```c#\na < b\n```", "<pre><code class=\"language-c#\">a &lt; b\n</code></pre>")]
    [InlineData("|a|b|\n|-|-:|\n|1|2|", "<table><thead><tr><th dir=\"auto\">a</th><th class=\"align-right\" dir=\"auto\">b</th></tr></thead><tbody><tr><td dir=\"auto\">1</td><td class=\"align-right\" dir=\"auto\">2</td></tr></tbody></table>")]
    [InlineData("www.a.example", "<p dir=\"auto\"><a href=\"https://www.a.example\" rel=\"nofollow ugc noopener noreferrer\">www.a.example</a></p>")]
    [InlineData("[x](javascript:alert(1))", "<p dir=\"auto\">x</p>")]
    [InlineData("<b onclick=x>a</b>", "<p dir=\"auto\">&lt;b onclick=x&gt;a&lt;/b&gt;</p>")]
    [InlineData("![cat](/files/1)", "<p dir=\"auto\"><img src=\"/files/1\" alt=\"cat\" loading=\"lazy\"></p>")]
    [InlineData("![cat](https://t.example/1)", "<p dir=\"auto\"><a href=\"https://t.example/1\" rel=\"nofollow ugc noopener noreferrer\">cat</a></p>")]
    public void People_write_letters_and_minutes(string text, string expected) =>
        Assert.Equal(expected, MarkdownText.ToHtml(text).Html);

    [Fact]
    public void A_text_that_is_only_a_definition_is_still_shown() =>
        Assert.Equal("<p dir=\"auto\">[a]: b</p>", MarkdownText.ToHtml("[a]: b").Html);

    [Fact]
    public void Too_long_a_text_does_not_fit()
    {
        Assert.True(MarkdownText.Fits(new string('a', MarkdownText.MaxLength)));
        Assert.False(MarkdownText.Fits(new string('a', MarkdownText.MaxLength + 1)));
        Assert.True(MarkdownText.ToHtml(new string('a', MarkdownText.MaxLength + 1)).Trimmed);
    }

    [Fact]
    public void Whatever_is_written_is_safe() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(60),
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(parts => string.Concat(parts)).ToArbitrary(), text =>
        {
            var result = MarkdownText.ToHtml(text);
            SafetyLaw.HoldsAndIsStable(result);
            Assert.True(result.Html.Length <= (10 * text.Length) + 4096);
        }));

    /// <summary>A guard against hanging, not a measurement.</summary>
    [Theory]
    [MemberData(nameof(Runs))]
    public void Long_runs_end_soon(string run)
    {
        var text = new StringBuilder().Insert(0, run, MarkdownText.MaxLength / run.Length).ToString();
        var start = Stopwatch.GetTimestamp();
        var result = MarkdownText.ToHtml(text);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
        Assert.True(result.Html.Length <= (10 * text.Length) + 4096);
        Assert.True(result.Html.Length > 0 || text.All(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '\u202E'));
    }

    private static readonly string[] Pieces =
    [
        "a", " ", "\n", "\n\n", "    ", "\t", "*", "**", "_", "~~", "`", "```\n", "# ", "- ", "- [ ] ", "1. ", "> ", "|", "|-|-|\n", "---\n", "[", "]", "](", "](javascript:x)", "![", ")",
        "[a]: /x 'y'\n", "<", ">", "<http://a.b>", "http://a.b", "www.a.b", "mailto:a@b.c", "<b>", "<script>", "&lt;", "&", "\\", "\"", "😀", "\u202E", "\0", "=\n", "é", "אבג",
    ];

    public static TheoryData<string> Runs() => [.. Pieces, "[a](", "[](", "[a](((", "*[a](b)", "http://a.b/(", "> - ", "- a\n", "|a\n", "a|b\n-|-\n", "![a][b](c)", "*a_ ", "<![CDATA["];
}
