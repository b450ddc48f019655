using System.Diagnostics;
using System.Text;
using Leaderful.Mime.Soak;
using Xunit;

namespace Leaderful.Mime.Tests;

public class CorporaTests
{
    [Fact]
    public async Task Every_file_is_read_in_time_as_a_mail_and_as_an_mbox()
    {
        foreach (var (path, bytes) in Corpora.All())
        {
            var clock = Stopwatch.StartNew();
            Exhaust.Read(bytes);
            var length = 0L;
            await foreach (var item in MboxReader.ReadAsync(new MemoryStream(bytes), cancellationToken: TestContext.Current.CancellationToken))
            {
                Exhaust.Read(item.Bytes);
                length += item.Length;
            }
            Assert.True(length <= bytes.Length, path);
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"{path} took {clock.Elapsed}");
        }
    }

    [Theory]
    [InlineData("mbox/maven-dev-2017-11.mbox", 195)]
    [InlineData("mbox/httpd-users-2006-06.mbox", 12)]
    [InlineData("mail-misc/gmime/mbox/input/substring.mbox", 3)]
    public async Task Mboxes_hold_their_mails(string path, int mails)
    {
        var items = await Reading.Mbox(Corpora.Bytes(path));
        Assert.Equal(mails, items.Count);
        Assert.All(items, item => Assert.Equal(MboxItemKind.Mail, item.Kind));
        Assert.Equal(Enumerable.Range(1, mails).Select(n => (long)n), items.Select(item => item.Number));
        Assert.Equal(new FileInfo(Corpora.File(path)).Length, items.Sum(item => item.Length));
    }

    [Fact]
    public async Task Mails_of_a_list_have_author_date_subject_and_text()
    {
        foreach (var item in await Reading.Mbox(Corpora.Bytes("mbox/maven-dev-2017-11.mbox")))
        {
            var mail = item.Parse();
            Assert.NotEmpty(mail.From);
            Assert.Contains("@", mail.From[0].Address, StringComparison.Ordinal);
            Assert.Equal(2017, mail.Date!.Value.Year);
            Assert.NotNull(mail.MessageId);
            Assert.False(string.IsNullOrEmpty(mail.Subject));
            Assert.False(string.IsNullOrWhiteSpace(mail.Body.BestText().Text), mail.Subject);
        }
    }
}
