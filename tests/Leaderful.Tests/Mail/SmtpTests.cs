using System.Security.Cryptography.X509Certificates;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.Mime;
using Xunit;

namespace Leaderful.Tests.Mail;

public class SmtpTests
{
    [Fact]
    public async Task A_mail_arrives_as_it_was_written()
    {
        await using var peer = new SmtpPeer();
        await Deliver(peer, mail: Mail("Grüße\r\nBcc: all@evil.example", ".\n..\n.hidden\nFrom here\nžluťoučký kůň 🐎\n"));
        var mail = Assert.Single(peer.Mails);
        Assert.Contains("MAIL FROM:<house@leaderful.example>", peer.Heard);
        Assert.Contains("RCPT TO:<ruth@millbrook.example>", peer.Heard);
        Assert.Equal("QUIT", peer.Heard[^1]);
        var read = MailMessage.Parse(System.Text.Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n")));
        Assert.Equal("Grüße  Bcc: all@evil.example", read.Subject);
        Assert.DoesNotContain("\nBcc:", mail, StringComparison.Ordinal);
        Assert.Contains(".\n..\n.hidden\nFrom here\nžluťoučký kůň 🐎", read.Body.Plain!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.All(mail, c => Assert.True(c < 128));
        Assert.All(mail.Split('\n'), l => Assert.True(l.Length <= 998));
    }

    [Fact]
    public async Task Mails_about_one_thing_stand_together()
    {
        await using var peer = new SmtpPeer();
        var about = Guid.CreateVersion7();
        var (one, other) = (Mail("You were named", "In a post", about: about), Mail("You were named again", "In another", about: about));
        await Deliver(peer, mail: one);
        await Deliver(peer, mail: other);
        var read = peer.Mails.Select(m => MailMessage.Parse(System.Text.Encoding.UTF8.GetBytes(m.ReplaceLineEndings("\r\n")))).ToList();
        Assert.Equal(2, read.Count);
        Assert.Single(read.Select(m => Assert.Single(m.InReplyTo)).Distinct());
        Assert.All(read, m => Assert.Equal(m.InReplyTo, m.References));
        Assert.Equal(2, read.Select(m => m.MessageId).Distinct().Count());
    }

    [Theory]
    [InlineData("PLAIN LOGIN", "AUTH PLAIN AHJ1dGgAcEBzcyB3w7ZyZA==")]
    [InlineData("LOGIN", "cEBzcyB3w7ZyZA==")]
    public async Task A_password_is_said_within_tls_only(string ways, string said)
    {
        using var certificate = SmtpPeer.SelfSigned();
        await using var peer = new SmtpPeer { Offers = ["STARTTLS", $"AUTH {ways}"], Certificate = certificate };
        // With a password the server must be who we mean, and nobody vouches for this one.
        await Assert.ThrowsAsync<System.Security.Authentication.AuthenticationException>(() => Deliver(peer, "ruth:p%40ss%20w%C3%B6rd@"));
        Assert.DoesNotContain(peer.Heard, h => h.StartsWith("AUTH", StringComparison.Ordinal));
        await Deliver(peer, "ruth:p%40ss%20w%C3%B6rd@", vouched: certificate);
        Assert.Single(peer.Mails);
        Assert.Contains(said, peer.Heard);
        Assert.True(peer.Heard.IndexOf("STARTTLS") < peer.Heard.FindIndex(h => h.StartsWith("AUTH", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_a_password_any_encryption_is_better_than_none()
    {
        using var certificate = SmtpPeer.SelfSigned();
        await using var peer = new SmtpPeer { Offers = ["STARTTLS"], Certificate = certificate };
        await Deliver(peer);
        Assert.Contains("STARTTLS", peer.Heard);
        Assert.Equal(2, peer.Heard.Count(h => h.StartsWith("EHLO", StringComparison.Ordinal)));
        Assert.Single(peer.Mails);
    }

    [Fact]
    public async Task A_password_is_never_said_in_the_clear()
    {
        await using var peer = new SmtpPeer { Offers = ["AUTH PLAIN LOGIN"] };
        var refused = await Assert.ThrowsAsync<SmtpException>(() => Deliver(peer, "ruth:secret@"));
        Assert.Contains("no encryption", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["EHLO leaderful.example"], peer.Heard);
    }

    [Fact]
    public async Task Words_slipped_in_before_the_encryption_are_not_listened_to()
    {
        using var certificate = SmtpPeer.SelfSigned();
        await using var peer = new SmtpPeer { Offers = ["STARTTLS"], Certificate = certificate };
        peer.Instead["STARTTLS"] = "220 go on\r\n250 injected";
        await Assert.ThrowsAsync<SmtpException>(() => Deliver(peer));
        Assert.Empty(peer.Mails);
    }

    [Fact]
    public async Task Tls_from_the_start_wants_a_certificate_it_can_trust()
    {
        using var certificate = SmtpPeer.SelfSigned();
        await using var peer = new SmtpPeer { TlsFromTheStart = true, Certificate = certificate };
        await Assert.ThrowsAsync<System.Security.Authentication.AuthenticationException>(() => Deliver(peer, scheme: "smtps"));
        using var other = SmtpPeer.SelfSigned();
        await Assert.ThrowsAsync<System.Security.Authentication.AuthenticationException>(() => Deliver(peer, scheme: "smtps", vouched: other));
        await Deliver(peer, scheme: "smtps", vouched: certificate);
        Assert.Single(peer.Mails);
    }

    [Theory]
    [InlineData("", "421 too busy")]
    [InlineData("EHLO", "550 go away")]
    [InlineData("MAIL", "451 later")]
    [InlineData("RCPT", "450 mailbox busy")]
    [InlineData("DATA", "452 no room")]
    [InlineData("the mail", "451 greylisted")]
    [InlineData("RCPT", "drop")]
    [InlineData("the mail", "drop")]
    [InlineData("EHLO", "nonsense")]
    public async Task What_may_pass_is_tried_again(string at, string answer)
    {
        await using var peer = new SmtpPeer();
        peer.Instead[at] = answer;
        var failure = await Record.ExceptionAsync(() => Deliver(peer));
        Assert.True(failure is SmtpException or IOException, failure?.ToString());
        Assert.Empty(peer.Mails);
    }

    [Theory]
    [InlineData("RCPT", "550 no such user")]
    [InlineData("the mail", "554 spam")]
    public async Task What_was_refused_for_good_is_not(string at, string answer)
    {
        await using var peer = new SmtpPeer();
        peer.Instead[at] = answer;
        var failure = await Assert.ThrowsAsync<NeverMindException>(() => Deliver(peer));
        Assert.Contains(answer, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hanging_up_after_the_mail_was_taken_is_no_failure()
    {
        await using var peer = new SmtpPeer();
        peer.Instead["QUIT"] = "drop";
        await Deliver(peer);
        Assert.Single(peer.Mails);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        int port;
        await using (var gone = new SmtpPeer()) port = gone.Port;
        var settings = new Settings { Smtp = $"smtp://127.0.0.1:{port}" };
        var failure = await Assert.ThrowsAsync<SmtpException>(() => new SmtpTransport(settings, new MessageWriter(settings)).Deliver(Mail("x", "y"), CancellationToken.None));
        Assert.Contains($"127.0.0.1:{port}", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ruth@millbrook.example>\r\nRCPT TO:<all@evil.example")]
    [InlineData("ruth@millbrook.example\nBcc: all@evil.example")]
    [InlineData("")]
    public async Task An_address_that_would_end_a_command_goes_nowhere(string to)
    {
        await using var peer = new SmtpPeer();
        await Assert.ThrowsAsync<NeverMindException>(() => Deliver(peer, mail: Mail("x", "y", to)));
        Assert.Empty(peer.Heard);
    }

    [Theory]
    [InlineData("smtp://mail.example", "mail.example", 25, false, null, "")]
    [InlineData("smtp://u:p@mail.example", "mail.example", 587, false, "u", "p")]
    [InlineData("smtps://u%40x:p%3Aq@mail.example", "mail.example", 465, true, "u@x", "p:q")]
    [InlineData("smtp://mail.example:2525/", "mail.example", 2525, false, null, "")]
    public void A_server_is_read_from_its_address(string address, string host, int port, bool tls, string? user, string password) =>
        Assert.Equal(new SmtpServer(host, port, tls, user, password), SmtpServer.Parse(address));

    [Theory]
    [InlineData("mail.example")]
    [InlineData("http://mail.example")]
    [InlineData("smtp://")]
    public void Another_address_is_refused_with_an_example(string address) =>
        Assert.Contains("smtp://user", Assert.Throws<InvalidOperationException>(() => SmtpServer.Parse(address)).Message, StringComparison.Ordinal);

    private static async Task Deliver(SmtpPeer peer, string credentials = "", QueuedMail? mail = null, string scheme = "smtp", X509Certificate2? vouched = null)
    {
        var file = vouched is null ? "" : Path.GetTempFileName();
        if (vouched is not null) await File.WriteAllTextAsync(file, vouched.ExportCertificatePem());
        try
        {
            var settings = new Settings { Smtp = $"{scheme}://{credentials}127.0.0.1:{peer.Port}", SmtpCertificate = file, MailFrom = "house@leaderful.example" };
            await new SmtpTransport(settings, new MessageWriter(settings)).Deliver(mail ?? Mail("Hello", "Text"), CancellationToken.None);
        }
        finally
        {
            if (file.Length > 0) File.Delete(file);
        }
    }

    private static QueuedMail Mail(string subject, string text, string to = "ruth@millbrook.example", Guid? about = null) => new()
    {
        Id = Id<QueuedMail>.New(), To = to, About = about, Subject = subject, Text = text, CreatedAt = new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc),
    };
}
