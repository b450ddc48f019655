using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Leaderful.Shared.Markdown;
using Xunit;

namespace Leaderful.Tests.Shared.Markdown;

public class HtmlAllowListLaws
{
    private static readonly string[] Pieces =
    [
        "a", " ", "\n", "\r\n", "\0", "\u0001", "\u202E", "\uD800", "\u00A0", "&lt;", "&", "&#13;", "&#x3c;script>", "<", ">", "\"", "'", "`", "=", "-->", "<!--", "]]>", "<![CDATA[",
        "</>", "<p>", "</p>", "<br>", "</br>", "<hr>", "<h1>", "</h1>", "<h6>", "<div>", "</div>", "<section>", "<ul>", "</ul>", "<ol start=2>", "</ol>", "<li>", "</li>",
        "<blockquote>", "</blockquote>", "<pre>", "</pre>", "<code class=language-x>", "</code>", "<table>", "</table>", "<thead>", "<tbody>", "</tbody>", "<tr>", "</tr>",
        "<td align=right>", "</td>", "<th>", "<caption>", "<b>", "</b>", "<i>", "</i>", "<s>", "<a href=/x title=y>", "<a href=javascript:x>", "</a>", "<sub>", "</sub>", "<q>",
        "<kbd>", "<details>", "</details>", "<summary>", "</summary>", "<img src=/files/a alt=b>", "<img src=http://c/d>", "<input type=checkbox disabled>", "<abbr title='\">'>",
        "<svg>", "</svg>", "<math>", "<mtext>", "<style>", "</style>", "<script>", "</script>", "<template>", "</template>", "<noscript>", "<textarea>", "<title>", "</title>",
        "<xmp>", "<plaintext>", "<select>", "<option>", "<form>", "<button>", "<object>", "<font color=x>", "<nobr>", "<marquee>", "<foreignObject>", "<body onload=x>", "<html>", "<frameset>",
    ];

    private static readonly Arbitrary<string> Soup =
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(60);

    [Fact]
    public void Whatever_comes_in_only_what_is_allowed_comes_out_and_stays() =>
        Check.One(Many, Prop.ForAll(Soup, html => SafetyLaw.HoldsAndIsStable(HtmlAllowList.Rebuild(html))));

    [Fact]
    public void Random_characters_are_harmless() =>
        Check.QuickThrowOnFailure(Prop.ForAll<string?>(text => SafetyLaw.HoldsAndIsStable(HtmlAllowList.Rebuild(text ?? ""))));

    [Fact]
    public void Output_is_bounded() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Soup, html =>
            Assert.True(HtmlAllowList.Rebuild(html).Html.Length <= (10 * html.Length) + 4096)));

    /// <summary>A guard against hanging and against overflowing the stack, not a measurement.</summary>
    [Theory]
    [MemberData(nameof(Runs))]
    public void Long_runs_end_soon_on_a_small_stack(string run)
    {
        foreach (var length in new[] { 100_000 })
        {
            var html = new StringBuilder().Insert(0, run, length / run.Length).ToString();
            SafeHtml? result = null;
            var thread = new Thread(() => result = HtmlAllowList.Rebuild(html, HtmlLimits.Mail), maxStackSize: 256 * 1024);
            thread.Start();
            Assert.True(thread.Join(TimeSpan.FromSeconds(10)));
            Assert.True(result!.Html.Length <= (10 * html.Length) + 4096);
        }
    }

    public static TheoryData<string> Runs() => [
        .. Pieces, "<b><p>", "<a href=/x><p>a", "--!", "<!--" + "--!", "</>", "</", "<!", "<?", "</ ", "<a ", "<a b=\"", "&a", "x<br>",
        "<table><td>", "<ul><li>a", "<b><i><s><code><p>a", "<div><b>", "<h1>a", "a</>", "<</>", "</</>>", "<abbr title=" + "x",
    ];
}
