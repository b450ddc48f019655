using System.Text;
using Xunit;

namespace Leaderful.Mime.Tests;

public class MboxTests
{
    const string From = "From ada@example.org Wed May 17 19:35:05 2000\n";

    static Task<List<MboxItem>> Read(string text, MboxOptions? options = null) => Reading.Mbox(Encoding.Latin1.GetBytes(text), options);

    static string Text(MboxItem item) => Encoding.Latin1.GetString(item.Bytes.Span);

    [Fact]
    public async Task Nothing_holds_no_mail()
    {
        Assert.Empty(await Read(""));
        Assert.Empty(await Read("\n\r\n\n"));
    }

    [Fact]
    public async Task Mails_are_told_with_their_place()
    {
        var items = await Read($"{From}Subject: one\n\nfirst\n\n{From}Subject: two\n\nsecond\n\n");
        Assert.Equal(["Subject: one\n\nfirst\n", "Subject: two\n\nsecond\n"], items.Select(Text), StringComparer.Ordinal);
        Assert.Equal([0, From.Length + 21], items.Select(item => item.Offset));
        Assert.Equal([1, 2], items.Select(item => item.Number));
        Assert.Equal("ada@example.org", items[0].FromLine!.Sender);
        Assert.Equal(new DateTimeOffset(2000, 5, 17, 19, 35, 5, TimeSpan.Zero), items[0].FromLine!.Date);
    }

    [Fact]
    public async Task Quoted_lines_lose_one_mark() =>
        Assert.Equal("A: b\n\nFrom me\n>From you\n> From us\n", Text(Assert.Single(await Read($"{From}A: b\n\n>From me\n>>From you\n> From us\n"))));

    [Theory]
    [InlineData("From the beginning, I said\nSubject: no\n\n")]
    [InlineData("From here to there: now\n\n")]
    [InlineData("From ada@example.org\nhello\n")]
    [InlineData("From ada@example.org Wed May 17 19:35:05 2000 was a good day\nhello\n")]
    [InlineData("From Monday\nwe meet\n")]
    public async Task Sentences_are_no_from_lines(string sentence)
    {
        Assert.Single(await Read($"{From}A: b\n\nhello\n\n{sentence}"));
        Assert.Single(await Read($"{From}A: b\n\nhello\n{sentence}"));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task The_blank_line_before_a_from_line_may_be_missing(string end)
    {
        var items = await Read($"{From}A: 1\n\nfirst\n{From}A: 2\n\nsecond".Replace("\n", end, StringComparison.Ordinal));
        Assert.Equal(2, items.Count);
        Assert.Equal($"A: 1{end}{end}first{end}", Text(items[0]));
    }

    [Theory]
    [InlineData("From - Wed May 17 19:35:05 2000\nX-Mozilla-Status: 0001\n")]
    [InlineData("From - \nFrom: ada\n")]
    [InlineData("From ada@example.org\nReturn-Path: <ada@example.org>\n")]
    [InlineData("From ada at example.org  Wed May 17 19:35:05 2000\nX: y\n")]
    [InlineData("From \"ada l\"@example.org Wed May 17 19:35 MET DST 2000\nX: y\n")]
    [InlineData("From ada@example.org Wed, 17 May 2000 19:35:05 +0200\nX: y\n")]
    public async Task Dialects_of_from_lines_are_known(string start) => Assert.Equal(2, (await Read($"{From}A: b\n\nhello\n\n{start}\nbody\n")).Count);

    [Fact]
    public async Task Garbage_at_the_start_is_told_apart()
    {
        var items = await Read($"<html>\nnot found\n{From}A: b\n\nhello\n");
        Assert.Equal([MboxItemKind.Garbage, MboxItemKind.Mail], items.Select(item => item.Kind));
        Assert.Equal([0, 1], items.Select(item => item.Number));
        Assert.Equal(17, items[1].Offset);
    }

    [Fact]
    public async Task A_single_mail_without_a_from_line_is_a_mail()
    {
        var item = Assert.Single(await Read("Subject: x\n\n>From me\n\n"));
        Assert.Equal(MboxItemKind.MailWithoutFromLine, item.Kind);
        Assert.Equal("Subject: x\n\n>From me\n\n", Text(item));
    }

    [Fact]
    public async Task Too_large_mails_keep_their_beginning()
    {
        var items = await Read($"{From}A: b\n\n{new string('x', 5000)}\n\n{From}A: c\n\nsmall\n", new MboxOptions { MaxMailBytes = 1000 });
        Assert.True(items[0].IsTruncated);
        Assert.Equal(1000, items[0].Bytes.Length);
        Assert.Equal(From.Length + 5008, items[0].Length);
        Assert.Equal("A: c\n\nsmall\n", Text(items[1]));
        Assert.False(items[1].IsTruncated);
    }

    [Fact]
    public async Task A_false_content_length_does_no_harm() =>
        Assert.Equal(2, (await Read($"{From}Content-Length: 999999\n\nhello\n\n{From}A: b\n\nhello\n")).Count);

    [Fact]
    public async Task Zeros_and_endless_lines_are_bytes_like_others()
    {
        var body = new string('\0', 300_000) + "\n";
        Assert.Equal($"A: b\n\n{body}", Text(Assert.Single(await Read($"{From}A: b\n\n{body}"))));
    }

    [Fact]
    public async Task Reading_stops_when_told_to()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in MboxReader.ReadAsync(new MemoryStream([1]), cancellationToken: stop.Token)) Assert.Fail("It read on.");
        });
    }
}
