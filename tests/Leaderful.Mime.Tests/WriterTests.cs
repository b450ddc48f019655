using System.Text;
using Xunit;

namespace Leaderful.Mime.Tests;

public class WriterTests
{
    static readonly OutgoingMail Mail = new()
    {
        From = new MailAddress("Jürgen, of course", "j@example.org"),
        To = [new MailAddress("Ada L", "ada@example.org")],
        Subject = "Grüße",
        Text = "Hello\nFrom here\n.\n",
        MessageId = "7f3a@example.org",
        Date = new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.FromHours(-3.5)),
    };

    [Fact]
    public void A_plain_mail_is_simple() => Assert.Equal(
        """
        From: =?utf-8?B?SsO8cmdlbiwgb2YgY291cnNl?= <j@example.org>
        To: Ada L <ada@example.org>
        Subject: =?utf-8?B?R3LDvMOfZQ==?=
        Date: Sun, 01 Mar 2026 10:00:00 -0330
        Message-ID: <7f3a@example.org>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        Hello
        =46rom here
        =2E

        """.ReplaceLineEndings("\r\n"),
        Encoding.ASCII.GetString(MailWriter.Write(Mail)));

    [Fact]
    public void An_invitation_is_one_more_way_to_say_the_same()
    {
        const string calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";
        var bytes = MailWriter.Write(Mail with { Html = "<p>Hello</p>", Calendar = new OutgoingCalendar("REQUEST", calendar) });
        var text = Encoding.ASCII.GetString(bytes);
        Assert.Contains("Content-Type: multipart/alternative;", text, StringComparison.Ordinal);
        Assert.Contains("Content-Type: text/calendar; charset=utf-8; method=REQUEST\r\n", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("text/html", StringComparison.Ordinal) < text.IndexOf("text/calendar", StringComparison.Ordinal));
        Assert.Contains("METHOD:REQUEST", text, StringComparison.Ordinal);
        Assert.Equal("Hello\nFrom here\n.\n", MailMessage.Parse(bytes).Body.Plain?.ReplaceLineEndings("\n"));
        Assert.Contains("text/calendar", Encoding.ASCII.GetString(MailWriter.Write(Mail with { Calendar = new OutgoingCalendar("CANCEL", calendar) })), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => MailWriter.Write(Mail with { Calendar = new OutgoingCalendar("REQUEST\r\nBcc: x@y.example", calendar) }));
    }

    [Fact]
    public void What_threads_a_mail_is_read_back()
    {
        var mail = MailMessage.Parse(MailWriter.Write(Mail with { InReplyTo = "1@h", References = [.. Enumerable.Range(0, 40).Select(i => $"{i}.aaaaaaaaaaaaaaaaaaaa@h"), "not writable>"] }));
        Assert.Equal("1@h", Assert.Single(mail.InReplyTo));
        Assert.Equal(40, mail.References.Count);
        Assert.Equal("7f3a@example.org", mail.MessageId);
        Assert.Equal(Mail.Date, mail.Date);
        Assert.Equal(Mail.Date.Offset, mail.Date!.Value.Offset);
        Assert.Equal(Mail.From, Assert.Single(mail.From));
    }

    [Fact]
    public void Long_addresses_of_lists_stay_whole()
    {
        var link = "<https://example.org/unsubscribe/" + new string('a', 600) + ">";
        var written = Encoding.ASCII.GetString(MailWriter.Write(Mail with { Headers = [new("List-Unsubscribe", link), new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")] }));
        Assert.Contains(link, written, StringComparison.Ordinal);
        Assert.Contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_far_from_ascii_becomes_base64() =>
        Assert.Contains("Content-Transfer-Encoding: base64", Encoding.ASCII.GetString(MailWriter.Write(Mail with { Text = new string('語', 500) })), StringComparison.Ordinal);

    [Theory]
    [InlineData("X-Note", "a\r\nBcc: eve@example.org")]
    [InlineData("X-Note", "a\nb")]
    [InlineData("X-Note", "a\0b")]
    [InlineData("X-Note\r\nBcc", "eve@example.org")]
    [InlineData("X:Note", "a")]
    [InlineData("X Note", "a")]
    [InlineData("", "a")]
    [InlineData("Grüße", "a")]
    [InlineData("Subject", "another")]
    [InlineData("bcc", "eve@example.org")]
    public void Headers_that_could_forge_another_are_refused(string name, string value) =>
        Assert.Throws<ArgumentException>(() => MailWriter.Write(Mail with { Headers = [new(name, value)] }));

    [Theory]
    [InlineData("ada@example.org\r\nBcc: eve@example.org")]
    [InlineData("ada@example.org, eve@example.org")]
    [InlineData("ada@example.org>")]
    [InlineData("ada")]
    [InlineData("@example.org")]
    [InlineData("ada@")]
    [InlineData("a@b@c")]
    [InlineData("")]
    public void Addresses_that_could_forge_another_are_refused(string address) =>
        Assert.Throws<ArgumentException>(() => MailWriter.Write(Mail with { To = [new MailAddress(null, address)] }));

    [Fact]
    public void Other_forgeries_are_refused_or_made_harmless()
    {
        Assert.Throws<ArgumentException>(() => MailWriter.Write(Mail with { MessageId = "a>\r\nBcc: <x" }));
        Assert.Throws<ArgumentException>(() => MailWriter.Write(Mail with { Attachments = [new OutgoingAttachment("a", "text/plain\r\nX: y", default)] }));
        var mail = MailMessage.Parse(MailWriter.Write(Mail with { Subject = "a\r\nBcc: eve@example.org", From = new MailAddress("b\r\nX: y", "ada@example.org") }));
        Assert.Empty(mail.Bcc);
        Assert.Equal("a  Bcc: eve@example.org", mail.Subject);
        Assert.Null(mail.Headers.Find("X"));
    }
}
