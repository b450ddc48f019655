using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Leaderful.Shared.Markdown;
using Xunit;

namespace Leaderful.Tests.Shared.Markdown;

public class PlainTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a\r\nb\n\n \nc", "<p dir=\"auto\">a<br>b</p><p dir=\"auto\">c</p>")]
    [InlineData("> a <b>", "<p dir=\"auto\">&gt; a &lt;b&gt;</p>")]
    [InlineData("see <https://a.example/b?c=d&e>.", "<p dir=\"auto\">see &lt;<a href=\"https://a.example/b?c=d&amp;e\" rel=\"nofollow ugc noopener noreferrer\">https://a.example/b?c=d&amp;e</a>&gt;.</p>")]
    [InlineData("(http://a.example/b_(c)), mailto:a@b.c!", "<p dir=\"auto\">(<a href=\"http://a.example/b_(c)\" rel=\"nofollow ugc noopener noreferrer\">http://a.example/b_(c)</a>), <a href=\"mailto:a@b.c\">mailto:a@b.c</a>!</p>")]
    [InlineData("note: xhttp://a javascript:b http:// mailto:", "<p dir=\"auto\">note: xhttp://a javascript:b http:// mailto:</p>")]
    public void Mail_becomes_paragraphs_with_links(string text, string expected) =>
        Assert.Equal(expected, PlainText.ToHtml(text).Html);

    [Fact]
    public void Whatever_was_mailed_is_safe() => Check.QuickThrowOnFailure(Prop.ForAll<string?>(text =>
        SafetyLaw.HoldsAndIsStable(PlainText.ToHtml(text ?? ""))));

    [Theory]
    [InlineData("http://")]
    [InlineData("http://a")]
    [InlineData("mailto:")]
    [InlineData("http://a.b/ ")]
    [InlineData("a:")]
    [InlineData("&\n\n")]
    [InlineData("http://a\n\n")]
    public void Long_runs_end_soon_and_stay_small(string run)
    {
        var text = string.Concat(Enumerable.Repeat(run, 1_000_000 / run.Length));
        var start = Stopwatch.GetTimestamp();
        var result = PlainText.ToHtml(text);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
        Assert.True(result.Html.Length <= (10 * text.Length) + 4096);
        Assert.False(result.Trimmed);
    }

    [Theory]
    [InlineData("a<br>b", "a\nb")]
    [InlineData("<p dir=\"auto\">a &lt; <strong>b</strong></p><p dir=\"auto\">c</p>", "a < b\n\nc")]
    [InlineData("<p dir=\"auto\">a</p><ul><li dir=\"auto\">b<ul><li dir=\"auto\">c</li></ul></li><li dir=\"auto\"><p dir=\"auto\">d</p></li></ul><p dir=\"auto\">e</p>", "a\n\n- b\n- c\n- d\n\ne")]
    [InlineData("<table><tbody><tr><td dir=\"auto\">a</td><td dir=\"auto\">b</td></tr><tr><td dir=\"auto\">c</td></tr></tbody></table>", "a\tb\nc")]
    [InlineData("<p dir=\"auto\">x <img src=\"/files/1\" alt=\"a &quot;cat&quot;\" loading=\"lazy\"></p>", "x a \"cat\"")]
    [InlineData("<pre>\n\na\n  b</pre>", "a\n  b")]
    public void Safe_html_reads_as_text(string html, string expected) => Assert.Equal(expected, PlainText.FromHtml(html));

    [Fact]
    public void Any_html_reads_as_something() => Check.QuickThrowOnFailure(Prop.ForAll<string?>(text =>
    {
        PlainText.FromHtml(text ?? "");
        PlainText.FromHtml(PlainText.ToHtml(text ?? "").Html);
    }));

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("one two  three\nfour", 11, "one two…")]
    [InlineData("one, two", 5, "one…")]
    [InlineData("unbroken", 4, "unbr…")]
    [InlineData("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2, "👩‍👩‍👧‍👦👩‍👩‍👧‍👦…")]
    [InlineData("e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301…")]
    public void Excerpts_end_between_words_or_at_least_between_characters(string text, int length, string expected) =>
        Assert.Equal(expected, PlainText.Excerpt(text, length));

    [Fact]
    public void An_excerpt_counts_letters_of_their_own_as_the_standard_does()
    {
        var letters = Enumerable.Range(0, 0x300).Select(c => (char)c).Where(c => !char.IsWhiteSpace(c)).ToList();
        foreach (var one in letters)
            foreach (var next in letters)
                if (System.Globalization.StringInfo.GetNextTextElementLength([one, next]) != 1) Assert.Fail($"{(int)one:x4} {(int)next:x4}");
    }

    [Fact]
    public void An_excerpt_is_one_short_line() => Check.QuickThrowOnFailure(Prop.ForAll<string?, PositiveInt>((text, length) =>
    {
        var excerpt = PlainText.Excerpt(text ?? "", length.Get);
        Assert.DoesNotContain('\n', excerpt);
        Assert.True(new System.Globalization.StringInfo(excerpt).LengthInTextElements <= length.Get + 1);
    }));
}
