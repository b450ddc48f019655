using Xunit;

namespace Leaderful.Mime.Tests;

public class HeaderTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("=?iso-8859-1?Q?Fr=F6sche?=", "Frösche")]
    [InlineData("=?UTF-8?B?w5xiZXI=?= =?UTF-8?Q?_uns?=", "Über uns")]
    [InlineData("=?utf-8?Q?=E2=82?= =?utf-8?Q?=AC?=", "€")]
    [InlineData("=?utf-8?B?4oI=?=\r\n =?utf-8?B?rA==?=", "€")]
    [InlineData("a =?utf-8?q?b?= c", "a b c")]
    [InlineData("=?utf-8?q?a?= x =?utf-8?q?b?=", "a x b")]
    [InlineData("=?utf-8?q?a?==?utf-8?q?b?=", "ab")]
    [InlineData("=?utf-8*de?Q?Gr=C3=BC=C3=9Fe?=", "Grüße")]
    [InlineData("=?utf-8?Q?with blanks inside?=", "with blanks inside")]
    [InlineData("=?no-such-charset?Q?caf=E9?=", "café")]
    [InlineData("=?no-such-charset?Q?caf=C3=A9?=", "café")]
    [InlineData("=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本")]
    [InlineData("=?gb2312?B?1tC5+g==?=", "中国")]
    [InlineData("=?koi8-r?B?8NLJ18XU?=", "Привет")]
    [InlineData("=?utf-7?Q?Fr+APY-sche?=", "Frösche")]
    [InlineData("=?utf-8?X?no?=", "=?utf-8?X?no?=")]
    [InlineData("=?utf-8?Q?no end", "=?utf-8?Q?no end")]
    [InlineData("=?=?utf-8?Q?nested?=", "=?nested")]
    [InlineData("=?utf-8?Q?a=0D=0ABcc:_x?=", "a  Bcc: x")]
    [InlineData("folded\r\n\tand\r\n  again", "folded\tand  again")]
    public void Subjects_are_decoded(string raw, string subject) => Assert.Equal(subject.Replace('\t', ' '), Reading.Subject(raw));

    [Fact]
    public void Raw_bytes_in_headers_are_utf8_if_they_can_be_and_western_if_not()
    {
        Assert.Equal("Frösche", MailMessage.Parse("Subject: Frösche\n\n"u8.ToArray()).Subject);
        Assert.Equal("Frösche", Reading.Subject("Fr\u00F6sche"));
    }

    [Fact]
    public void A_wrong_fold_is_read_with_the_field_before_it_and_reported()
    {
        var mail = Reading.Parse("Subject: one\ntwo\nX-Other: three\n\nbody");
        Assert.Equal("one two", mail.Subject);
        Assert.Equal("body", mail.Body.Plain);
        Assert.Contains(mail.Problems, problem => problem.Kind == MailProblemKind.Header);
    }

    [Fact]
    public void A_body_may_begin_without_an_empty_line()
    {
        var mail = Reading.Parse("Subject: one\nThis is text.\nAnd more.");
        Assert.Equal("This is text.\nAnd more.", mail.Body.Plain);
    }

    [Fact]
    public void Obsolete_blanks_before_the_colon_are_no_part_of_the_name() => Assert.Equal("x", Reading.Parse("Subject  : x\n\n").Subject);

    [Fact]
    public void Ids_are_found_among_phrases_and_folds()
    {
        var mail = Reading.Parse("Message-ID: < a.b\n @c >\nIn-Reply-To: Your mail of Monday <x@y> from me\nReferences: <1@h><2@h>, <1@h> <3\n");
        Assert.Equal("a.b@c", mail.MessageId);
        Assert.Equal(["x@y"], mail.InReplyTo);
        Assert.Equal(["1@h", "2@h", "3"], mail.References);
        Assert.Equal(["1@h", "2@h"], Reading.Parse("References: 1@h 2@h\n\n").References);
    }

    [Theory]
    [InlineData("filename=\"a.txt\"", "a.txt")]
    [InlineData("filename=a b.txt", "a b.txt")]
    [InlineData("filename=\"a.txt", "a.txt")]
    [InlineData("filename*=utf-8'en'%e2%82%ac%20rates", "€ rates")]
    [InlineData("filename*=iso-8859-1''%A3%20rates", "£ rates")]
    [InlineData("filename*0=\"one\"; filename*1=\"two\"", "onetwo")]
    [InlineData("filename*1*=%AC; filename*0*=utf-8''%E2%82", "€")]
    [InlineData("filename*0*=utf-8''%E2%82%AC; filename*1=plain%20", "€plain%20")]
    [InlineData("filename=plain.txt; filename*=utf-8''b%C3%A9st.txt", "bést.txt")]
    [InlineData("filename=\"=?utf-8?Q?b=C3=A9st.txt?=\"", "bést.txt")]
    [InlineData("filename=\"C:\\dir\\a \\\"b\\\".txt\"", "C:\\dir\\a \"b\".txt")]
    [InlineData("; ; filename=\"first\" ; filename=\"second\"", "first")]
    public void Parameters_are_put_together(string parameters, string expected) =>
        Assert.Equal(expected, Reading.Parse($"Content-Disposition: attachment; {parameters}\n\n").Root.FileName);

    [Fact]
    public void Too_many_and_too_long_headers_are_left_out_and_reported()
    {
        var limits = new MailLimits { MaxHeaders = 3, MaxHeaderBytes = 10 };
        var mail = MailMessage.Parse("A: 1\nB: 0123456789abcdef\nC: 3\nD: 4\nE: 5\n\nbody"u8.ToArray(), limits);
        Assert.Equal("A B C", string.Join(' ', mail.Headers.Select(h => h.Name)));
        Assert.Equal("012345678", mail.Headers["B"]);
        Assert.Equal("body", mail.Body.Plain);
        Assert.Equal(2, mail.Problems.Count(p => p.Kind == MailProblemKind.Limit));
    }
}
