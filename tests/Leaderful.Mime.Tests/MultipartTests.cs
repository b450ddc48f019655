using System.Text;
using Xunit;

namespace Leaderful.Mime.Tests;

public class MultipartTests
{
    static string Shape(MailPart part) => part.Children.Count > 0
        ? $"{part.ContentType.Subtype}({string.Join(' ', part.Children.Select(Shape))})"
        : part.Enclosed is { } root ? $"mail[{Shape(root)}]" : part.ContentType.Subtype;

    [Fact]
    public void A_boundary_that_begins_another_does_not_match_it()
    {
        var mail = Reading.Parse("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/alternative; boundary=b2\n\n--b2\n\nplain\n--b2\nContent-Type: text/html\n\nhtml\n--b2--\n--b--\n");
        Assert.Equal("mixed(alternative(plain html))", Shape(mail.Root));
        Assert.Empty(mail.Problems);
    }

    [Theory]
    [InlineData("--b\n\none\n--b\n\ntwo", "mixed(plain plain)")]
    [InlineData("--b  \n\none\n--b--  \nepilogue", "mixed(plain)")]
    [InlineData("preamble\n--b\n\none\n--b--", "mixed(plain)")]
    [InlineData("--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\none\n--b\n\ntwo\n--b--", "mixed(mixed(plain) plain)")]
    [InlineData("--b\n--b\n\none\n--b--", "mixed(plain plain)")]
    [InlineData("no delimiter at all", "mixed")]
    public void Boundaries_may_be_missing(string body, string shape) =>
        Assert.Equal(shape, Shape(Reading.Parse($"Content-Type: multipart/mixed; boundary=b\n\n{body}").Root));

    [Fact]
    public void A_multipart_without_a_boundary_is_read_as_text()
    {
        var mail = Reading.Parse("Content-Type: multipart/mixed\n\nhello");
        Assert.Equal("hello", mail.Body.Plain);
        Assert.Contains(mail.Problems, p => p.Kind == MailProblemKind.Boundary);
    }

    [Fact]
    public void Lines_of_old_macintoshes_are_lines() =>
        Assert.Equal("mixed(plain)", Shape(Reading.Parse("Content-Type: multipart/mixed; boundary=b\r\r--b\r\rone\r--b--\r").Root));

    [Fact]
    public void Enclosed_mails_can_be_read()
    {
        var mail = Reading.Parse("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nsee below\n--b\nContent-Type: message/rfc822\n\nSubject: inner\n\ninner text\n--b--\n");
        Assert.Equal("mixed(plain mail[plain])", Shape(mail.Root));
        var inner = Assert.Single(mail.Body.Attachments);
        Assert.Equal(MailAttachmentRole.Message, inner.Role);
        Assert.Equal("inner", inner.Message!.Subject);
        Assert.Equal("inner text", inner.Message.Body.Plain);
        Assert.Equal("Subject: inner\n\ninner text", Encoding.ASCII.GetString(inner.Decode().Span));
    }

    [Fact]
    public void Signed_mails_give_the_signed_text()
    {
        var mail = Reading.Parse("Content-Type: multipart/signed; boundary=b\n\n--b\n\nsigned\n--b\nContent-Type: application/pgp-signature\n\nxyz\n--b--\n");
        Assert.Equal("signed", mail.Body.Plain);
        Assert.Equal(MailAttachmentRole.Signature, Assert.Single(mail.Body.Attachments).Role);
    }

    [Fact]
    public void Nesting_ends_at_the_limit()
    {
        var deep = new StringBuilder();
        for (var i = 0; i < 100; i++) deep.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n");
        var mail = Reading.Parse(deep.ToString());
        Assert.Equal(33, mail.Root.Walk().Count());
        Assert.Contains(mail.Problems, p => p.Kind == MailProblemKind.Limit);
    }

    [Fact]
    public void Encoded_mails_within_encoded_mails_end_at_a_limit()
    {
        var mail = Reading.Parse(string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\nContent-Transfer-Encoding: quoted-printable\n\n", 20)) + "Subject: x\n\ny");
        Assert.Equal("mail[mail[mail[rfc822]]]", Shape(mail.Root));
        Assert.Contains(mail.Problems, p => p.Kind == MailProblemKind.Limit);
    }

    [Fact]
    public void Parts_end_at_the_limit()
    {
        var mail = Reading.Parse("Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n\nx\n", 5000)) + "--b--\n");
        Assert.Equal(1000, mail.Root.Walk().Count());
        Assert.Contains(mail.Problems, p => p.Kind == MailProblemKind.Limit);
    }
}
