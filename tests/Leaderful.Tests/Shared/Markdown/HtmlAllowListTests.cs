using Leaderful.Shared.Markdown;
using Xunit;

namespace Leaderful.Tests.Shared.Markdown;

public class HtmlAllowListTests
{
    [Theory]
    [InlineData("hello", "<p dir=\"auto\">hello</p>")]
    [InlineData("<p>a<p>b", "<p dir=\"auto\">a</p><p dir=\"auto\">b</p>")]
    [InlineData("<b>a<p>b</p>c</b>", "<p dir=\"auto\"><strong>a</strong></p><p dir=\"auto\"><strong>b</strong></p><p dir=\"auto\"><strong>c</strong></p>")]
    [InlineData("<b>a<i>b</b>c</i>", "<p dir=\"auto\"><strong>a<em>b</em></strong><em>c</em></p>")]
    [InlineData("<div>a</div><div>b</div>", "<p dir=\"auto\">a<br>b</p>")]
    [InlineData("<div>a</div><div><br></div><div>b</div>", "<p dir=\"auto\">a<br><br>b</p>")]
    [InlineData("<ul><li>a<li>b</ul>", "<ul><li dir=\"auto\">a</li><li dir=\"auto\">b</li></ul>")]
    [InlineData("<ul><li>a<ul><li>b</ul></ul>", "<ul><li dir=\"auto\">a<ul><li dir=\"auto\">b</li></ul></li></ul>")]
    [InlineData("<ul>loose</ul>", "<ul><li dir=\"auto\">loose</li></ul>")]
    [InlineData("<ol start=3><li>a</ol>", "<ol start=\"3\"><li dir=\"auto\">a</li></ol>")]
    [InlineData("<table><td align=right>1<td>2<tr><td>3</table>", "<table><tbody><tr><td class=\"align-right\" dir=\"auto\">1</td><td dir=\"auto\">2</td></tr><tr><td dir=\"auto\">3</td></tr></tbody></table>")]
    [InlineData("<table>loose</table>", "<table><tbody><tr><td dir=\"auto\">loose</td></tr></tbody></table>")]
    [InlineData("<pre>\n\n a\r\n  b</pre>", "<pre>\n\n a\n  b</pre>")]
    [InlineData("<pre><code class='language-c# x'>a</code></pre>", "<pre><code>a</code></pre>")]
    [InlineData("<pre><code class=language-c#>a</code></pre>", "<pre><code class=\"language-c#\">a</code></pre>")]
    [InlineData("<details><summary>S</summary>text</details>", "<details><summary dir=\"auto\">S</summary><p dir=\"auto\">text</p></details>")]
    [InlineData("a  \n  b <b> c</b> ", "<p dir=\"auto\">a b <strong>c</strong></p>")]
    [InlineData("<p></p><b></b><p> &nbsp;</p>", "<p dir=\"auto\">\u00A0</p>")]
    [InlineData("<abbr title=x>y</abbr><span style=color:red id=a>z</span>", "<p dir=\"auto\"><abbr title=\"x\">y</abbr>z</p>")]
    public void Structure_is_kept_in_one_normal_form(string html, string expected) =>
        Assert.Equal(expected, HtmlAllowList.Rebuild(html).Html);

    [Theory]
    [InlineData("<script>alert(1)</script>a")]
    [InlineData("<style>p{}</style>a")]
    [InlineData("<svg><g/onload=alert(1)><script>1</script></g></svg>a")]
    [InlineData("<svg/>a")]
    [InlineData("<math><mtext>x</mtext></math>a")]
    [InlineData("<template><p>x</template>a")]
    [InlineData("<iframe src=x>t</iframe>a")]
    [InlineData("<object data=x>t</object>a")]
    [InlineData("<form action=x><input name=a></form>a")]
    [InlineData("<!-- x --><!doctype html><?php x ?>a")]
    [InlineData("<select><option>x</select>a")]
    [InlineData("<svg><p>a")]
    [InlineData("<textarea><p>x</textarea>a")]
    [InlineData("<title>x</title><meta http-equiv=refresh><link rel=x><base href=//x>a")]
    public void What_is_not_text_goes_with_all_it_holds(string html) =>
        Assert.Equal("<p dir=\"auto\">a</p>", HtmlAllowList.Rebuild(html).Html);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" JaVaScRiPt:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("java&#10;script&colon;alert(1)")]
    [InlineData("&#1;javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("//evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("http:evil.example")]
    [InlineData("http:///evil")]
    [InlineData("file:///etc/passwd")]
    [InlineData("blob:x")]
    [InlineData("#top")]
    [InlineData("page")]
    [InlineData("")]
    [InlineData("https://a.example/\u202Etxt.exe")]
    public void Addresses_we_do_not_know_are_no_links(string url) =>
        Assert.Equal("<p dir=\"auto\">x</p>", HtmlAllowList.Rebuild($"<a href=\"{url}\">x</a>").Html);

    [Theory]
    [InlineData("/circles/1?a=b&amp;c", "<a href=\"/circles/1?a=b&amp;c\">x</a>")]
    [InlineData("/\\evil.example", "<a href=\"/%5Cevil.example\">x</a>")]
    [InlineData("mailto:a@b.example", "<a href=\"mailto:a@b.example\">x</a>")]
    [InlineData("https://a.example/`'<>", "<a href=\"https://a.example/%60%27%3C%3E\" rel=\"nofollow ugc noopener noreferrer\">x</a>")]
    public void Addresses_we_know_are_links(string url, string expected) =>
        Assert.Equal($"<p dir=\"auto\">{expected}</p>", HtmlAllowList.Rebuild($"<a href=\"{url}\">x</a>").Html);

    [Theory]
    [InlineData("<img src=/files/1 alt='a \"b\"' onerror=x>", "<img src=\"/files/1\" alt=\"a &quot;b&quot;\" loading=\"lazy\">")]
    [InlineData("<img src=https://t.example/p.png alt=cat>", "<a href=\"https://t.example/p.png\" rel=\"nofollow ugc noopener noreferrer\">cat</a>")]
    [InlineData("<img src=https://t.example/a/p.png>", "<a href=\"https://t.example/a/p.png\" rel=\"nofollow ugc noopener noreferrer\">t.example/…/p.png</a>")]
    [InlineData("<img src=/files/../sign-out alt=cat>", "<a href=\"/files/../sign-out\">cat</a>")]
    [InlineData("<img src=data:image/png;base64,AA alt=cat>", "cat")]
    [InlineData("x<img src=https://t.example/p.gif width=1 height=1>", "x")]
    public void Pictures_are_shown_only_if_they_are_ours(string html, string expected) =>
        Assert.Equal($"<p dir=\"auto\">{expected}</p>", HtmlAllowList.Rebuild(html).Html);

    [Theory]
    [InlineData("<h1>a</h1><h2>b</h2>", "<h3 dir=\"auto\">a</h3><h4 dir=\"auto\">b</h4>")]
    [InlineData("<h2>a</h2><h6>b</h6>", "<h3 dir=\"auto\">a</h3><h6 dir=\"auto\">b</h6>")]
    [InlineData("<h4>a</h4>", "<h4 dir=\"auto\">a</h4>")]
    [InlineData("<h1>a<div>b</div></h1>", "<h3 dir=\"auto\">a<br>b</h3>")]
    public void Headings_stay_below_the_page_s_own(string html, string expected) =>
        Assert.Equal(expected, HtmlAllowList.Rebuild(html).Html);

    [Fact]
    public void Boxes_are_ours_or_nothing()
    {
        Assert.Equal("<ul><li dir=\"auto\"><input type=\"checkbox\" disabled checked aria-label=\"☑\"> a</li></ul>",
            HtmlAllowList.Rebuild("<ul><li><input disabled checked type=checkbox onclick=x> a").Html);
        Assert.Equal("<p dir=\"auto\">a</p>", HtmlAllowList.Rebuild("<input type=checkbox>a<input type=text disabled>").Html);
    }

    [Fact]
    public void What_is_too_deep_keeps_its_text()
    {
        var result = HtmlAllowList.Rebuild(string.Concat(Enumerable.Repeat("<blockquote>", 5000)) + "deep");
        Assert.True(result.Trimmed);
        Assert.Contains("deep", result.Html, StringComparison.Ordinal);
        SafetyLaw.HoldsAndIsStable(result);
    }

    [Fact]
    public void What_is_too_long_is_cut()
    {
        var result = HtmlAllowList.Rebuild(new string('a', 70_000));
        Assert.True(result.Trimmed);
        Assert.Equal((64 * 1024) + 18, result.Html.Length);
    }
}
