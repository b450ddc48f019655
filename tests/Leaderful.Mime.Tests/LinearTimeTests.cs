using System.Diagnostics;
using System.Text;
using Leaderful.Mime.Soak;
using Xunit;

namespace Leaderful.Mime.Tests;

/// <summary>Patterns that make careless parsers take the square of their length: a quarter of a megabyte each, which then would take minutes.</summary>
public class LinearTimeTests
{
    const int Size = 256 * 1024;
    static readonly TimeSpan Allowed = TimeSpan.FromSeconds(15); // mostly milliseconds; the machine may be busy

    static string Fill(string pattern) => new StringBuilder(Size + pattern.Length).Insert(0, pattern, Size / pattern.Length).ToString();

    static void InTime(string mail)
    {
        var bytes = Encoding.Latin1.GetBytes(mail);
        var clock = Stopwatch.StartNew();
        Exhaust.Read(bytes);
        Assert.True(clock.Elapsed < Allowed, $"It took {clock.Elapsed}.");
    }

    [Theory]
    [InlineData("=?utf-8?Q?")]
    [InlineData("=?utf-8?Q?a?= ")]
    [InlineData("=?x?B?=?=")]
    [InlineData("=?")]
    [InlineData("(")]
    [InlineData("(a)")]
    [InlineData("\"")]
    [InlineData("\"\\")]
    [InlineData("<")]
    [InlineData("<\"")]
    [InlineData("<@a:")]
    [InlineData("a@b ")]
    [InlineData("a@b,")]
    [InlineData("@ ")]
    [InlineData("a:")]
    [InlineData(";")]
    [InlineData("\n ")]
    [InlineData("; a*0=b")]
    [InlineData("; filename*=''%")]
    [InlineData("; =\"")]
    [InlineData("1 ")]
    [InlineData("[a] ")]
    [InlineData("Re: ")]
    [InlineData("(fwd)")]
    public void Headers(string pattern)
    {
        var value = Fill(pattern);
        foreach (var name in new[] { "Subject", "From", "References", "Date", "Content-Type: text/plain; x", "Content-Disposition: x; x", "Received" }) InTime($"{name}: {value}\n\nbody");
    }

    [Theory]
    [InlineData("--b\n")]
    [InlineData("--b--\n")]
    [InlineData("--b")]
    [InlineData("--")]
    [InlineData("--b\nContent-Type: multipart/mixed; boundary=b\n\n")]
    [InlineData("--b\nContent-Type: message/rfc822\n\n")]
    [InlineData("--b\nnot a header\n")]
    [InlineData("begin 644 x\n")]
    [InlineData("begin 644 x\n#0V%T\n")]
    [InlineData("begin 644 x\n#0V%T\nend\n")]
    [InlineData(">")]
    [InlineData("> \n\n")]
    [InlineData("> a\nOn x wrote:\n")]
    [InlineData("On x\n")]
    [InlineData("a wrote:\n> b\n")]
    [InlineData("--\n")]
    [InlineData("-- \n")]
    [InlineData("____________________________\n")]
    [InlineData("____________________________\n\n\n\n\n\n\n\n\n")]
    [InlineData("-----Original Message-----\n")]
    [InlineData("Begin forwarded message:\n\n")]
    [InlineData("=\n")]
    [InlineData("= ")]
    [InlineData("=3")]
    [InlineData(" ")]
    [InlineData(" \n")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("<")]
    [InlineData("<a")]
    [InlineData("<param>")]
    [InlineData("aGV=\n")]
    [InlineData("a=!")]
    [InlineData("+AAA")]
    [InlineData("A:\n")]
    public void Bodies(string pattern)
    {
        var body = Fill(pattern);
        foreach (var header in new[]
        {
            "X: y", "Content-Type: multipart/mixed; boundary=b", "Content-Type: text/plain; format=flowed", "Content-Type: text/enriched", "Content-Transfer-Encoding: base64",
            "Content-Transfer-Encoding: quoted-printable", "Content-Transfer-Encoding: x-uuencode", "Content-Type: text/plain; charset=utf-7",
        }) InTime($"{header}\n\n{body}");
        InTime(body);
    }

    [Fact]
    public async Task Mboxes()
    {
        foreach (var pattern in new[] { "From ", "From a\n", ">", "\nFrom a Wed May 17 19:35:05 2000\n", "From a Wed May 17 19:35:05 2000\nA: b\n", "\0", "\n" })
        {
            var clock = Stopwatch.StartNew();
            await Reading.Mbox(Encoding.Latin1.GetBytes(Fill(pattern)));
            Assert.True(clock.Elapsed < Allowed, $"{pattern} took {clock.Elapsed}.");
        }
    }
}
