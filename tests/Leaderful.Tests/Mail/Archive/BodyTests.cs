using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Mail.Archive;
using Leaderful.Shared;
using Leaderful.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Leaderful.Tests.Mail.Archive.Letterbox;

namespace Leaderful.Tests.Mail.Archive;

/// <summary>What people read of a mail.</summary>
public class BodyTests(World world) : IClassFixture<World>
{
    private static readonly Languages Spoken = new();

    [Fact]
    public async Task What_readers_have_seen_before_is_folded()
    {
        var html = await HtmlOf(Letter("a@x", text: "I agree.\n\nOn Monday Ben wrote:\n> one\n> two\n> three\n> four\n> five\n\n-- \nAda\nNight ward"));
        Assert.StartsWith("<p dir=\"auto\">I agree.</p>", html, StringComparison.Ordinal);
        Assert.Contains("<details class=\"folded\"><summary><!--fold:quote--></summary>", html, StringComparison.Ordinal);
        Assert.Contains("<!--fold:signature-->", html, StringComparison.Ordinal);
        Assert.DoesNotContain("&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_quotation_stands_open_where_it_is_answered()
    {
        var html = await HtmlOf(Letter("b@x", text: "Hello,\n\n> Who opens?\n\nI do."));
        Assert.Contains("<blockquote><p dir=\"auto\">Who opens?</p></blockquote><p dir=\"auto\">I do.</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folds_words_are_the_readers()
    {
        var html = MailHtml.OfPlain("Yes.\n\n> a\n> b\n> c\n> d\n> e\n");
        Assert.Contains($"<summary>{Spoken.English["archive.fold.quote"]}</summary>", Folds.Say(html, Spoken.English), StringComparison.Ordinal);
        Assert.DoesNotContain("<!--", Folds.Say(html, Spoken.English), StringComparison.Ordinal);
        Assert.NotEqual(Folds.Say(html, Spoken.English), Folds.Say(html, Spoken.Best(Languages.Lengthened)));
    }

    [Fact]
    public void Nobody_can_write_a_fold_into_a_mail() =>
        Assert.Equal("<p dir=\"auto\">&lt;!--fold:quote--&gt;</p>", Folds.Say(MailHtml.OfPlain("<!--fold:quote-->"), Spoken.English));

    [Fact]
    public async Task Html_is_rebuilt_and_nothing_in_it_runs_or_calls_out()
    {
        var html = await HtmlOf(Letter("c@x", more: "Content-Type: text/html; charset=utf-8\n",
            text: "<p onclick=alert(1)>Hi <b>you</b></p><script>alert(1)</script><img src=\"https://spy.example/p.png\" alt=\"us\"><a href=\"javascript:alert(1)\">x</a><style>p{}</style>"));
        Assert.Contains("<strong>you</strong>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://spy.example/p.png\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_quotation_in_html_is_folded_too()
    {
        var html = await HtmlOf(Letter("d@x", more: "Content-Type: text/html\n", text: $"<p>Yes.</p><blockquote><p>{new string('x', 400)}</p><blockquote>y</blockquote></blockquote><p>Ada</p>"));
        Assert.Matches("^<p[^>]*>Yes.</p><details class=\"folded\"><summary><!--fold:quote--></summary><p[^>]*>x+</p><blockquote[^>]*>.*y.*</blockquote></details><p[^>]*>Ada</p>$", html);
    }

    [Theory]
    [InlineData("iso-8859-1", "8bit", "caf\u00e9")]
    [InlineData("utf-8", "quoted-printable", "caf=C3=A9")]
    [InlineData("utf-8", "base64", "Y2Fmw6k=")]
    public async Task Letters_are_what_they_were(string charset, string encoding, string text)
    {
        var list = await world.NewCommunity();
        var head = Letter("e@x", more: $"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {encoding}\n", text: text);
        await world.BringIn(list, System.Text.Encoding.Latin1.GetBytes(head));
        Assert.Equal("café", (await world.Posts(list)).Single().Text.Trim());
    }

    [Fact]
    public async Task A_character_no_database_keeps_does_not_keep_a_mail_out()
    {
        var list = await world.NewCommunity();
        var import = await world.BringIn(list, Letter("f@x", "a\0b", text: "one\0two \u0007 three"));
        Assert.Equal(1, import.Placed);
        Assert.Equal("one\uFFFDtwo  three", (await world.Posts(list)).Single().Text.Trim());
    }

    [Fact]
    public async Task A_conversation_without_a_subject_is_called_after_its_first_words()
    {
        var list = await world.NewCommunity();
        await world.BringIn(list, Letter("g@x", "Re:", text: "> old\n\nDoes anybody know who has the key to the garden room on Sundays?"));
        Assert.StartsWith("Does anybody know who has the key", (await world.Posts(list)).Single().Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Ada Lovelace\" <ada.lovelace@example.org>", "", "Ada Lovelace")]
    [InlineData("ada.lovelace+list@example.org", "", "ada lovelace")]
    [InlineData("\"ada@example.org\" <ada@example.org>", "", "ada")]
    [InlineData("Ada via dev <dev@list.example>", "Reply-To: Ada Lovelace <ada@example.org>\n", "Ada Lovelace")]
    [InlineData("ada at example.org (Ada Lovelace)", "", "Ada Lovelace")]
    public async Task Authors_bear_their_names_and_never_their_addresses(string by, string more, string name)
    {
        var list = await world.NewCommunity();
        await world.BringIn(list, Letter("h@x", by: by, more: more));
        Assert.Equal(name, (await world.Posts(list)).Single().Author);
    }

    [Fact]
    public async Task One_address_is_one_author_under_the_best_of_its_names()
    {
        var list = await world.NewCommunity();
        await world.BringIn(list, Letter("i@x", by: "ada@example.org"), Letter("j@x", by: "A. Lovelace <ADA@example.org>", hour: 1));
        await world.BringIn(list, Letter("k@x", by: "Ada Lovelace <ada@Example.org>", hour: 2), Letter("l@x", by: "<ada@example.org>", hour: 3));
        Assert.Equal(["Ada Lovelace"], (await world.Posts(list)).Select(p => p.Author).Distinct());
        var author = await world.Read(db => db.The<Actor>().SingleAsync(a => a.CommunityId == list.Id));
        Assert.Equal((ActorKind.ImportedName, 32), (author.Kind, author.AddressHash!.Length));
    }

    [Theory]
    [InlineData("Date: Tue, 01 Jan 2090 00:00:00 +0000\n", "Received: from a by b; Mon, 01 Mar 2021 10:00:00 +0000\n", 1)]
    [InlineData("Date: sometime\n", "", 0)]
    [InlineData("", "", 0)]
    public async Task A_date_that_cannot_be_is_mended_and_said(string date, string received, int hour)
    {
        var list = await world.NewCommunity();
        var import = await world.BringIn(list, $"From - Mon Mar  1 09:00:00 2021\nFrom: ada@example.org\nMessage-ID: <m@x>\nSubject: S\n{received}{date}\nText\n\n");
        Assert.Equal(Monday.AddHours(hour), (await world.Posts(list)).Single().At);
        Assert.Equal(1, import.Mended);
    }

    [Fact]
    public async Task Whoever_claims_a_name_is_shown_on_the_old_posts()
    {
        await world.BringIn(world.Millbrook, Letter("n@x", "Claimed", by: "R <ruth@millbrook.example>"));
        var post = (await world.Posts(world.Millbrook)).Single(p => p.Title == "Claimed");
        var before = await world.Ines.Get(Talk.Path(post.ConversationId));
        Assert.DoesNotContain("Ruth Abara", before.Page.QuerySelector("#p1")!.TextContent, StringComparison.Ordinal);
        var name = await world.Read(db => db.The<Actor>().SingleAsync(a => a.CommunityId == world.Millbrook.Id && a.Name == "R"));
        await world.Writes.Do(async unit => (await unit.Db.The<Person>().AsTracking().SingleAsync(p => p.Id == world.Ruth.Person.Id)).EmailProvedAt = unit.Now);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await world.Tove.Post($"/me/old-names/{name.Id}/claim")).Status);
        Assert.Equal("/me", (await world.Ruth.Post($"/me/old-names/{name.Id}/claim")).Location);
        var after = await world.Ines.Get(Talk.Path(post.ConversationId));
        Assert.Equal("Ruth Abara", after.Page.QuerySelector("#p1 .post-head b")!.TextContent);
        Assert.Equal(world.Ruth.Person.ActorId.ToString(), after.Page.QuerySelector("#p1")!.GetAttribute("data-author"));
    }

    [Fact]
    public async Task A_reader_finds_the_words_of_folds_in_the_page()
    {
        await world.BringIn(world.Millbrook, Letter("o@x", "Folded", text: "Yes.\n\n> a\n> b\n> c\n> d\n> e\n"));
        var post = (await world.Posts(world.Millbrook)).Single(p => p.Title == "Folded");
        var page = await world.Ruth.Get(Talk.Path(post.ConversationId));
        Assert.Equal(Spoken.English["archive.fold.quote"], page.Page.QuerySelector("details.folded > summary")!.TextContent);
    }

    private async Task<string> HtmlOf(string mail)
    {
        var list = await world.NewCommunity();
        await world.BringIn(list, mail);
        return (await world.Posts(list)).Single().Html;
    }
}
