using System.Text;
using Xunit;

namespace Leaderful.Mime.Tests;

public class BodyTests
{
    [Fact]
    public void Quoted_printable_is_read_with_its_usual_faults()
    {
        var mail = Reading.Parse("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: Quoted-Printable\n\na=3Db=c3=a9 soft=  \nline =\r\nend   \nodd = =ZZ =");
        Assert.Equal("a=bé softline end\nodd = =ZZ ", mail.Body.Plain);
        Assert.Contains(mail.Problems, p => p.Kind == MailProblemKind.TransferEncoding);
    }

    [Theory]
    [InlineData("text/calendar; charset=utf-8", "caf=C3=A9\r\n", "café\r\n")]
    [InlineData("text/calendar; charset=iso-8859-1", "caf=E9", "café")]
    [InlineData("application/ics", "caf=C3=A9=00", "café\uFFFD")]
    public void Any_part_is_read_as_the_text_it_says_it_is(string type, string body, string text) =>
        Assert.Equal(text, Reading.Parse($"Content-Type: {type}\nContent-Transfer-Encoding: quoted-printable\n\n{body}").Root.DecodeText());

    [Theory]
    [InlineData("aGVsbG8=", "hello")]
    [InlineData("aGVs\r\nbG8", "hello")]
    [InlineData("aG!Vs*bG8=", "hello")]
    [InlineData("aGVsbG8gd29ybGQ.", "hello world")]
    [InlineData("aGVsbG8=\n\n_______\nTo unsubscribe, mail us\n", "hello")]
    [InlineData("aGVsbG8=\nIQ==\n", "hello!")]
    public void Base64_is_read_with_its_usual_faults(string encoded, string text) =>
        Assert.Equal(text, Reading.Parse($"Content-Transfer-Encoding: base64\n\n{encoded}").Body.Plain);

    [Theory]
    [InlineData("utf-8", "caf\u00C3\u00A9", "café")]
    [InlineData("us-ascii", "caf\u00C3\u00A9", "café")]
    [InlineData("iso-8859-1", "caf\u00E9", "café")]
    [InlineData("nonsense", "caf\u00E9", "café")]
    [InlineData("utf-8", "caf\u00E9", "café")]
    [InlineData("latin-1", "\u0093quoted\u0094", "“quoted”")]
    [InlineData("utf-16le", "h\0i\0", "hi")]
    [InlineData("utf-16", "\0h\0i", "hi")]
    [InlineData("utf-16", "\u00FF\u00FEh\0i\0", "hi")]
    [InlineData("windows-1251", "\u00EF\u00F0\u00E8", "при")]
    [InlineData("shift_jis", "\u0093\u00FA\u0096\u007B", "日本")]
    [InlineData("big5", "\u00A4\u00A4\u00A4\u00E5", "中文")]
    [InlineData("euc-kr", "\u00C7\u00D1", "한")]
    [InlineData("utf-8", "\u00EF\u00BB\u00BFmark", "mark")]
    [InlineData("us-ascii", "a\0b", "a\uFFFDb")]
    public void Charsets_are_read_as_they_are_meant(string charset, string latin1, string text) =>
        Assert.Equal(text, Reading.Parse($"Content-Type: text/plain; charset=\"{charset}\"\n\n{latin1}").Body.Plain);

    [Fact]
    public void The_html_charset_is_taken_from_the_page_where_the_header_names_none() =>
        Assert.Equal("<meta charset=\"windows-1251\">при", Reading.Parse("Content-Type: text/html\n\n<meta charset=\"windows-1251\">\u00EF\u00F0\u00E8").Body.Html);

    [Fact]
    public void Uuencoded_blocks_become_attachments()
    {
        var mail = Reading.Parse("\nbefore\nbegin 644 cat.txt\n#0V%T\n`\nend\nafter\nbegin to think\n");
        Assert.Equal("before\nafter\nbegin to think\n", mail.Body.Plain);
        var cat = Assert.Single(mail.Body.Attachments);
        Assert.Equal("cat.txt", cat.FileName);
        Assert.Equal("Cat", Encoding.ASCII.GetString(cat.Decode().Span));
    }

    [Fact]
    public void Flowed_text_is_put_together()
    {
        var mail = Reading.Parse("Content-Type: text/plain; format=flowed\n\nOne long \nparagraph.\n \n From here\n> quoted \n> on\n>> deep\n-- \nAda\n");
        Assert.Equal("One long paragraph.\n\nFrom here\n> quoted on\n>> deep\n-- \nAda\n", mail.Body.Plain);
        var joined = Reading.Parse("Content-Type: text/plain; format=flowed; delsp=yes\n\nDonau \ndampf\n");
        Assert.Equal("Donaudampf\n", joined.Body.Plain);
    }

    [Fact]
    public void Enriched_text_gives_its_words() =>
        Assert.Equal("Now is the time\nfor <all>", Reading.Parse("Content-Type: text/enriched\n\n<bold>Now</bold> is\nthe <color><param>red</param>time</color>\n\nfor <<all>").Body.Plain);

    [Fact]
    public void An_html_mail_is_not_hidden_by_a_plain_footer()
    {
        var mail = Reading.Parse("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Hi</p>\n--b\nContent-Type: text/plain\n\nTo <unsubscribe>\n--b--\n");
        var best = mail.Body.BestText();
        Assert.True(best.IsHtml);
        Assert.Equal("<p>Hi</p>\n<pre>To &lt;unsubscribe&gt;</pre>\n", best.Text);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\ada\\plan.doc", "plan.doc")]
    [InlineData("evil\u202Egnp.exe", "evilgnp.exe")]
    [InlineData("a\r\nb\0.txt", "ab.txt")]
    [InlineData("what<is>this?.txt", "what_is_this_.txt")]
    [InlineData("CON.txt", "_CON.txt")]
    [InlineData("com1", "_com1")]
    [InlineData("...", "attachment.png")]
    [InlineData(" .hidden. ", "hidden")]
    [InlineData("dir/", "dir")]
    [InlineData(null, "attachment.png")]
    public void File_names_are_made_harmless(string? name, string safe) => Assert.Equal(safe, MailFileName.Sanitise(name, "image/png"));

    [Fact]
    public void Long_file_names_keep_their_extension()
    {
        var safe = MailFileName.Sanitise(new string('x', 400) + ".pdf", "application/pdf");
        Assert.Equal(150, safe.Length);
        Assert.EndsWith(".pdf", safe, StringComparison.Ordinal);
    }
}
