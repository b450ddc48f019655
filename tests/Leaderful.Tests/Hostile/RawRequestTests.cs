using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Leaderful.Tests.Hostile;

/// <summary>Requests no browser sends, written byte by byte to the real server: an answer that refuses, or none; never a failure, and it still serves.</summary>
public partial class RawRequestTests(ListeningWorld world) : IClassFixture<ListeningWorld>
{
    /// <summary>Odd, and still to be understood in one way only.</summary>
    private static readonly string[] Understood = ["host-evil", "path-enc", "cache-deception", "method-override", "path-nul", "own-bad-escape"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task What_cannot_be_understood_is_refused_and_the_server_goes_on()
    {
        var requests = Requests();
        foreach (var (name, request) in requests)
        {
            var answer = await Send(request);
            foreach (var status in Statuses().Matches(answer).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)))
            {
                Assert.True(status < 500, $"{name}: {status}");
                Assert.True(status >= 400 || status == 100 || Understood.Contains(name), $"{name}: {status}");
            }
            Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
            Assert.False(Headers(answer).Contains("evil.test", StringComparison.Ordinal), $"{name} leads to a host that is not ours");
        }
        Assert.Equal(HttpStatusCode.OK, (await world.Anyone().Get("/sign-in")).Status);
        Assert.Equal(HttpStatusCode.OK, (await world.Ruth.Get("/c/millbrook")).Status);
        Assert.Contains("200", await Send($"GET /sign-in HTTP/1.1\r\nHost: {world.Address.Authority}\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_who_never_finish_keep_nobody_else_out()
    {
        var hanging = new List<TcpClient>();
        for (var n = 0; n < 100; n++)
        {
            var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, world.Address.Port, TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync("POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
            hanging.Add(client);
        }
        Assert.Equal(HttpStatusCode.OK, (await world.Anyone().Get("/sign-in").WaitAsync(Patience, TestContext.Current.CancellationToken)).Status);
        foreach (var client in hanging) client.Dispose();
    }

    private static IReadOnlyDictionary<string, string> Requests()
    {
        var own = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["own-cl-te"] = "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nX", ["own-two-lengths"] = "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            ["own-no-host"] = "GET / HTTP/1.1\r\n\r\n", ["own-chunk"] = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nx\r\n0\r\n\r\n", ["own-tls"] = "\u0016\u0003\u0001\u0002\0\u0001\0", ["own-noise"] = "\0\0\0\0\r\n\r\n",
            ["own-header"] = "GET / HTTP/1.1\r\nHost: a\r\nX\0: b\r\n\r\n", ["own-cookie"] = $"GET /me HTTP/1.1\r\nHost: a\r\nCookie: {new string('c', 60_000)}\r\n\r\n", ["own-bad-escape"] = "GET /%c0%ae%c0%ae/%zz HTTP/1.1\r\nHost: a\r\n\r\n",
        };
        foreach (var (name, text) in Corpora.Pairs("http-raw/requests.json")) own[name] = text;
        return own;
    }

    /// <summary>All that comes back until the server closes. It is given time to answer first, then told that nothing more is coming: then it must close.</summary>
    private async Task<string> Send(string request)
    {
        using var client = new TcpClient();
        using var limit = new CancellationTokenSource(Patience);
        await client.ConnectAsync(IPAddress.Loopback, world.Address.Port, limit.Token);
        var (stream, answer) = (client.GetStream(), new MemoryStream());
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), limit.Token);
            var reading = stream.CopyToAsync(answer, limit.Token);
            if (await Task.WhenAny(reading, Task.Delay(request.Contains("Connection: close", StringComparison.Ordinal) ? Patience : Pause, limit.Token)) != reading) client.Client.Shutdown(SocketShutdown.Send);
            await reading;
        }
        catch (Exception closed) when (closed is IOException or SocketException)
        {
            // It did not want to hear more.
        }
        return Encoding.Latin1.GetString(answer.ToArray());
    }

    private static string Headers(string answer) => answer.Split("\r\n\r\n")[0];

    [GeneratedRegex(@"^HTTP/1\.1 (\d{3})", RegexOptions.Multiline)]
    private static partial Regex Statuses();
}

/// <summary>The cast, served by the real server on a port of this machine.</summary>
public sealed class ListeningWorld : World
{
    protected override bool OnNetwork => true;
}
