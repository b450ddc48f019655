using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace Leaderful.Mime.Tests;

/// <summary>What hand-made and wild mails hold, read off them by eye.</summary>
public class TortureTests
{
    [Theory]
    [InlineData("mail-torture/legacy/001.eml", "Die Hasen und die Frösche (Microsoft Outlook 00)", "Die Hasen klagten einst über ihre mißliche Lage; \"wir leben\", sprach ein Redner")]
    [InlineData("mail-torture/legacy/003.eml", "Die Hasen und die Frösche", "Unsere stete Angst ist ärger als der Tod selbst.")]
    [InlineData("mail-torture/legacy/010.eml", "Die Hasen und die Frösche", "das außerordentliche Getöse")]
    [InlineData("mail-torture/legacy/012.eml", "Die Hasen und die Frösche (Microsoft Outlook 00)", "daß sie aufs schnellste untertauchten")]
    [InlineData("mail-torture/legacy/022.eml", "Die Hasen und die Frösche (Microsoft Outlook 00)", "laßt uns ein für allemal sterben")]
    [InlineData("mail-torture/legacy/052.eml", "Die Hasen und die Frösche (Microsoft Outlook 00)", "die am Ufer saßen")]
    [InlineData("mail-torture/legacy/053.eml", "Die Hasen und die Frösche (Microsoft Outlook 00)", "\"Halt\", rief nun eben dieser Sprecher")]
    [InlineData("mail-torture/legacy/004.eml", "The Hare and the Tortoise", "the short feet and slow pace of the Tortoise")]
    [InlineData("mail-torture/rfc/002.eml", "[Fwd: Map of Argentina with Description]", "Fire up Air Force One!")]
    [InlineData("mail-torture/rfc/008.eml", "", "This is a message with a base64 encoded attached email")]
    [InlineData("mail-misc/enmime/testdata/mail/qp-utf8-header.raw", "MIME UTF8 Test ¢ More Text", "Lorem ipsum dolor sit amet")]
    [InlineData("mail-misc/enmime/testdata/low-quality/incorrect-charset.raw", "plain text", "∮ E⋅da = Q,  n → ∞")]
    [InlineData("mail-misc/enmime/testdata/low-quality/bad-header-start.raw", "plain text", "A text section")]
    [InlineData("mail-misc/enmime/testdata/parts/chardet-fail-not-long-enough.raw", "", "和弟弟")]
    [InlineData("mail-misc/python-email/msg_16.txt", "Delivery Notification: Delivery has failed", "This report relates to a message you sent")]
    [InlineData("mail-misc/python-email/msg_35.txt", "here's something interesting", "counter to RFC 2822")]
    [InlineData("mail-misc/python-email/msg_44.txt", "a simple multipart", "a simple kind of mirror")]
    public void Subjects_and_texts_are_what_was_meant(string path, string subject, string text)
    {
        var mail = Corpora.Mail(path);
        Assert.Equal(subject, mail.Subject);
        Assert.Contains(text, mail.Body.Plain, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mail-torture/legacy/002.eml", "sprach ein Redner, &quot;in\nsteter Furcht")]
    [InlineData("mail-torture/legacy/050.eml", "cid:4.2.0.58.20000519003934.00a866f0@pop.example.com.2")]
    [InlineData("mail-misc/enmime/testdata/mail/non-mime-html-charset-header-only.raw", "Test Müller")]
    [InlineData("mail-misc/enmime/testdata/parts/multimixed-no-closing-boundary.raw", "Hello,")]
    public void Mails_of_html_alone_give_html(string path, string html)
    {
        var best = Corpora.Mail(path).Body.BestText();
        Assert.True(best.IsHtml);
        Assert.Contains(html, best.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mail-torture/legacy/000.eml", "redball.png:1453")]
    [InlineData("mail-torture/legacy/017.eml", "greenball.png:1298 blueball.png:1325")]
    [InlineData("mail-torture/legacy/049.eml", "blueball.png:1325 greenball.png:1298 redball.png:1453")]
    [InlineData("mail-torture/legacy/016.eml", "blueball.png:1929 HasenundFrösche.txt:1131")]
    [InlineData("mail-torture/legacy/023.eml", "blueball.png:1325 farmerandstork.txt:804 HasenundFrösche.txt:747")]
    [InlineData("mail-torture/rfc/001.eml", "BodyFormats.ps:79 RFC-MIME.ps:79 attachment:97")]
    [InlineData("mail-torture/rfc/008.eml", "attached_email.eml:872")]
    [InlineData("mail-misc/enmime/testdata/mail/mime-bad-8bit-filename.raw", "管理.doc:7")]
    [InlineData("mail-misc/enmime/testdata/low-quality/bad-header-wrap.raw", "7DDA4_foo_9E5D72.zip:7")]
    [InlineData("mail-misc/python-email/msg_07.txt", "dingusfish.gif:3512")]
    public void Attachments_are_whole(string path, string files) =>
        Assert.Equal(files, string.Join(' ', Corpora.Mail(path).Body.Attachments.Select(file => $"{file.FileName}:{file.Decode().Length}")));

    [Fact]
    public void The_same_picture_is_the_same_in_every_encoding()
    {
        var pictures = new[] { "mail-torture/legacy/006.eml", "mail-torture/legacy/017.eml", "mail-torture/legacy/048.eml", "mail-torture/legacy/049.eml" }
            .Select(path => Corpora.Mail(path).Body.Attachments.First(file => string.Equals(file.FileName, "blueball.png", StringComparison.Ordinal)))
            .Select(file => Convert.ToHexString(SHA256.HashData(file.Decode().Span)));
        Assert.Single(pictures.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_in_addresses_are_decoded()
    {
        var mail = Corpora.Mail("mail-torture/legacy/001.eml");
        Assert.Equal("Jürgen Schmürgen <schmuergen@example.com>", mail.To[1].ToString());
        Assert.Equal("Heinz Müller <mueller@example.com>", Corpora.Mail("mail-torture/legacy/015.eml").To[0].ToString());
        Assert.Equal("Mirosław Marczak <marczak@inbucket.com>", Corpora.Mail("mail-misc/enmime/testdata/mail/qp-utf8-header.raw").To[0].ToString());
    }

    [Fact]
    public void Text_that_is_only_said_to_be_base64_is_shown() =>
        Assert.StartsWith("ploozdect", Corpora.Mail("mail-misc/enmime/testdata/mail/mime-bad-content-transfer-encoding.raw").Body.BestText().Text, StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("photo.b64", "base64")]
    [InlineData("photo.uu", "x-uuencode")]
    public void Whole_files_are_decoded(string file, string encoding)
    {
        byte[] mail = [.. Encoding.ASCII.GetBytes($"Content-Type: image/jpeg\nContent-Transfer-Encoding: {encoding}\n\n"), .. Corpora.Bytes($"mail-misc/gmime/encodings/{file}")];
        Assert.True(MailMessage.Parse(mail).Root.Decode().Span.SequenceEqual(Corpora.Bytes("mail-misc/gmime/encodings/photo.jpg")));
    }

    [Theory]
    [InlineData("cyrillic.koi8-r", "koi8-r", "cyrillic.utf-8")]
    [InlineData("cyrillic.cp1251", "cp1251", "cyrillic.utf-8")]
    [InlineData("cyrillic.iso-8859-5", "iso-8859-5", "cyrillic.utf-8")]
    [InlineData("japanese.iso-2022-jp", "iso-2022-jp", "japanese.utf-8")]
    [InlineData("japanese.shift-jis", "shift-jis", "japanese.utf-8")]
    public void Charsets_say_the_same(string file, string charset, string utf8)
    {
        byte[] mail = [.. Encoding.ASCII.GetBytes($"Content-Type: text/plain; charset={charset}\n\n"), .. Corpora.Bytes($"mail-misc/gmime/filters/{file}.txt")];
        Assert.Equal(Encoding.UTF8.GetString(Corpora.Bytes($"mail-misc/gmime/filters/{utf8}.txt")), MailMessage.Parse(mail).Body.Plain);
    }
}
