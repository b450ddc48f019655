using System.Text.Json;
using Xunit;

namespace Leaderful.Yjs.Tests;

public class RenderingTests
{
    static readonly Action<YXmlFragment> Everything = page =>
    {
        page.Add("heading", ("level", 2)).AddText("A & B");
        page.Say(("some ", []), ("bold ", ["bold"]), ("both", ["bold", "italic"]), (" and ", []), ("code", ["code"]), (".", []));
        var list = page.Add("bulletList");
        list.Add("listItem").Say("one");
        var second = list.Add("listItem");
        second.Say("two");
        var inner = second.Add("orderedList", ("start", 3));
        inner.Add("listItem").Say("three");
        inner.Add("listItem").Say("four");
        var tasks = page.Add("taskList");
        tasks.Add("taskItem", ("checked", true)).Say("done");
        tasks.Add("taskItem", ("checked", false)).Say("not yet");
        page.Add("blockquote").Say("said");
        page.Add("codeBlock", ("language", "c#")).AddText("if (a < b)\n  `x`");
        page.Add("horizontalRule");
        var line = page.Say("first");
        line.Add("hardBreak");
        line.AddText("second");
        line.Add("mention", ("id", "7"), ("label", "Ada"));
        var table = page.Add("table");
        var head = table.Add("tableRow");
        head.Add("tableHeader", ("colspan", 2)).Say("h");
        var row = table.Add("tableRow");
        row.Add("tableCell").Say("a|b");
        row.Add("tableCell").Say("c");
        page.Add("image", ("src", "/a.png"), ("alt", "pic"), ("title", "\"t\""));
        page.Add("thing", ("kind", "poll"), ("id", "12"));
    };

    [Fact]
    public void As_plain_text() => Assert.Equal(
        """
        A & B

        some bold both and code.

        - one
        - two
          3. three
          4. four

        - [x] done
        - [ ] not yet

        > said

        if (a < b)
          `x`

        ---

        first
        second@Ada

        h
        a|b	c

        pic

        [poll]

        """, RichText.ToPlainText(Page.Of(Everything)));

    [Fact]
    public void As_Markdown() => Assert.Equal(
        """
        ## A \& B

        some **bold *both*** and `code`.

        - one
        - two
          3. three
          4. four

        - [x] done
        - [ ] not yet

        > said

        ```c#
        if (a < b)
          `x`
        ```

        ---

        first\
        second@Ada

        | h |  |
        | --- | --- |
        | a\|b | c |

        ![pic](/a.png "\"t\"")

        \[poll\]

        """, RichText.ToMarkdown(Page.Of(Everything)));

    [Fact]
    public void As_HTML() => Assert.Equal(
        "<h2>A &amp; B</h2>" +
        "<p>some <strong>bold <em>both</em></strong> and <code>code</code>.</p>" +
        "<ul><li><p>one</p></li><li><p>two</p><ol start=\"3\"><li><p>three</p></li><li><p>four</p></li></ol></li></ul>" +
        "<ul data-type=\"taskList\"><li data-type=\"taskItem\" data-checked=\"true\"><input type=\"checkbox\" disabled=\"\" checked=\"\" aria-label=\"☑\"><div><p>done</p></div></li>" +
        "<li data-type=\"taskItem\" data-checked=\"false\"><input type=\"checkbox\" disabled=\"\" aria-label=\"☐\"><div><p>not yet</p></div></li></ul>" +
        "<blockquote><p>said</p></blockquote>" +
        "<pre><code class=\"language-c#\">if (a &lt; b)\n  `x`</code></pre><hr>" +
        "<p>first<br>second<span data-type=\"mention\" data-id=\"7\">@Ada</span></p>" +
        "<table><tbody><tr><th colspan=\"2\"><p>h</p></th></tr><tr><td><p>a|b</p></td><td><p>c</p></td></tr></tbody></table>" +
        "<img src=\"/a.png\" alt=\"pic\" title=\"&quot;t&quot;\"><span data-type=\"thing\" data-kind=\"poll\" data-id=\"12\">[poll]</span>",
        RichText.ToHtml(Page.Of(Everything)));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData(" java\nscript:alert(1)")]
    [InlineData("java\u200Bscript:alert(1)")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    public void An_address_that_does_something_is_none(string address)
    {
        var page = Page.Of(page =>
        {
            page.Add("paragraph").AddText("text", new Dictionary<string, object?> { ["link"] = new Dictionary<string, object?> { ["href"] = address } });
            page.Add("image", ("src", address), ("alt", "pic"));
        });
        Assert.Equal("<p>text</p>pic", RichText.ToHtml(page));
        Assert.Equal("text\n\npic\n", RichText.ToMarkdown(page));
    }

    [Theory]
    [InlineData("https://a.example/")]
    [InlineData("mailto:a@b.example")]
    [InlineData("/path?q=a:b")]
    [InlineData("#part")]
    [InlineData("page")]
    public void An_address_that_leads_somewhere_stays(string address) =>
        Assert.Equal($"<p><a href=\"{address}\" rel=\"noopener noreferrer nofollow\">text</a></p>", RichText.ToHtml(Page.Of(page =>
            page.Add("paragraph").AddText("text", new Dictionary<string, object?> { ["link"] = new Dictionary<string, object?> { ["href"] = address } }))));

    [Fact]
    public void Nothing_that_people_wrote_becomes_markup()
    {
        const string hostile = "<script>\"'&</script>";
        var html = RichText.ToHtml(Page.Of(page =>
        {
            page.Say(hostile);
            page.Add("codeBlock", ("language", "\" onload=\"x")).AddText(hostile);
            page.Add("image", ("src", "/a\" onerror=\"x"), ("alt", hostile), ("title", hostile));
            page.Add("paragraph").Add("mention", ("id", hostile), ("label", hostile));
            page.Add("table").Add("tableRow").Add("tableCell", ("colspan", "2\" onclick=\"x")).Say("x");
            page.Add("thing", ("kind", hostile), ("id", hostile));
            page.Add("script", ("src", "x")).Say("unknown");
        }));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\" on", html, StringComparison.Ordinal);
        Assert.Contains("<p>unknown</p>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# no heading", "\\# no heading")]
    [InlineData("- no list", "\\- no list")]
    [InlineData("1. no list", "1\\. no list")]
    [InlineData("1999 was", "1999 was")]
    [InlineData("*a* _b_ `c` [d](e) <f> ~~g~~", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> \\~\\~g\\~\\~")]
    [InlineData("> no quote", "\\> no quote")]
    public void Words_that_look_like_Markdown_stay_words(string words, string markdown) =>
        Assert.Equal(markdown + "\n", RichText.ToMarkdown(Page.Of(page => page.Say(words))));

    [Fact]
    public void A_mark_that_overlaps_itself_has_a_hash_behind_its_name() =>
        Assert.Equal("<p><strong>a</strong></p>", RichText.ToHtml(Page.Of(page => page.Say(("a", ["bold--Ab1+/xY="])))));

    [Fact]
    public void Marks_that_overlap_are_cut() => Assert.Equal(
        "<p>a<strong>b<em>c</em></strong><em>d</em>e</p>",
        RichText.ToHtml(Page.Of(page => page.Say(("a", []), ("b", ["bold"]), ("c", ["bold", "italic"]), ("d", ["italic"]), ("e", [])))));

    [Fact]
    public void Marks_in_Markdown() => Assert.Equal(
        "~~s~~ <u>u</u> ==h== *[l](https://a.example/?a=1&b=%282%29)* **`c`** ``a`b``\n",
        RichText.ToMarkdown(Page.Of(page => page.Say(
            ("s", ["strike"]), (" ", []), ("u", ["underline"]), (" ", []), ("h", ["highlight"]), (" ", []), ("l", ["link", "italic"]), (" ", []), ("c", ["bold", "code"]), (" ", []), ("a`b", ["code"])))));

    [Fact]
    public void What_lies_very_deep_is_shown_as_its_text()
    {
        var page = Page.Of(page =>
        {
            YXmlFragment at = page;
            for (var i = 0; i < 2000; i++) at = at.Add("blockquote");
            at.Say("deep");
        });
        Assert.Contains("deep", RichText.ToHtml(page), StringComparison.Ordinal);
        Assert.EndsWith("deep\n", RichText.ToMarkdown(page), StringComparison.Ordinal);
        Assert.Contains("deep", RichText.ToPlainText(page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_thing_is_shown_as_the_application_says()
    {
        var options = new RichTextOptions { Thing = (kind, id, _) => id == "1" ? new($"{kind} one", "/things/1") : null };
        var page = Page.Of(page =>
        {
            page.Add("thing", ("kind", "ask"), ("id", "1"));
            page.Add("thing", ("kind", "ask"), ("id", "2"));
        });
        Assert.Equal("[ask]\n\n[ask]\n", RichText.ToPlainText(page));
        Assert.Equal("ask one\n", RichText.ToPlainText(page, options));
        Assert.Equal("[ask one](/things/1)\n", RichText.ToMarkdown(page, options));
        Assert.Equal("<a href=\"/things/1\" data-type=\"thing\" data-kind=\"ask\" data-id=\"1\">ask one</a>", RichText.ToHtml(page, options));
    }

    [Fact]
    public void A_picture_below_a_thing_stands_below_it()
    {
        var page = Page.Of(page =>
        {
            page.Add("thing", ("kind", "ask"), ("id", "1"));
            page.Add("image", ("src", "/files/1"), ("alt", "A lock"));
            page.Add("image", ("src", "/files/2"), ("alt", "A key"));
        });
        Assert.Equal("[ask](/things/1)\n\n![A lock](/files/1)\n\n![A key](/files/2)\n", RichText.ToMarkdown(page, new RichTextOptions { Thing = (kind, _, _) => new(kind, "/things/1") }));
    }

    [Fact]
    public void An_address_is_written_as_the_application_says_once_it_is_safe()
    {
        List<string> asked = [];
        var options = new RichTextOptions
        {
            Thing = (kind, _, _) => new(kind, "/things/1"),
            Address = address =>
            {
                asked.Add(address);
                return "https://house.example" + address;
            },
        };
        var page = Page.Of(page =>
        {
            page.Add("paragraph").AddText().Insert(0, "there", new Dictionary<string, object?> { ["link"] = new Dictionary<string, object?> { ["href"] = "/c/a" } });
            page.Add("paragraph").AddText().Insert(0, "nowhere", new Dictionary<string, object?> { ["link"] = new Dictionary<string, object?> { ["href"] = "javascript:alert(1)" } });
            page.Add("image", ("src", "/files/1?view"), ("alt", "A lock"));
            page.Add("codeBlock").AddText("](/files/1)");
            page.Add("thing", ("kind", "ask"), ("id", "1"));
        });
        var html = RichText.ToHtml(page, options);
        foreach (var address in new[] { "href=\"https://house.example/c/a\"", "src=\"https://house.example/files/1?view\"", "href=\"https://house.example/things/1\"", "](/files/1)" })
            Assert.Contains(address, html, StringComparison.Ordinal);
        Assert.Equal(["/c/a", "/files/1?view", "/things/1"], asked);
        var markdown = RichText.ToMarkdown(page, options);
        foreach (var address in new[] { "[there](https://house.example/c/a)", "![A lock](https://house.example/files/1?view)", "[ask](https://house.example/things/1)", "](/files/1)" })
            Assert.Contains(address, markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_words_is_empty()
    {
        Assert.Equal("", RichText.ToPlainText(Page.Of(_ => { })));
        Assert.Equal("", RichText.ToMarkdown(Page.Of(page => page.Add("paragraph"))));
    }

    [Fact]
    public void Hostile_words_are_escaped_wherever_they_stand()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Corpora.File("xss-owasp/vectors.json")));
        foreach (var vector in Strings(json.RootElement))
        {
            var html = RichText.ToHtml(Page.Of(page =>
            {
                page.Say(vector).AddText(vector, new Dictionary<string, object?> { ["link"] = new Dictionary<string, object?> { ["href"] = vector } });
                page.Add("image", ("src", vector), ("alt", vector), ("title", vector));
            }));
            var text = System.Text.RegularExpressions.Regex.Replace(html, "\"[^\"<>]*\"", "\"\"");
            Assert.Matches("^(<p>|</p>|<a href=\"\" rel=\"\">|</a>|<img src=\"\" alt=\"\">|<img src=\"\" alt=\"\" title=\"\">|[^<>])*$", text);
            Assert.DoesNotMatch("(href|src)=\"\\s*(javascript|data|vbscript):", html.ToLowerInvariant());
        }
    }

    static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Strings(p.Value)),
        _ => [],
    };
}
