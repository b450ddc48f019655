using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Leaderful.Bench;

/// <summary>What a crowd watches and how it is changed.</summary>
internal sealed record Watched(Uri Address, int Process, Func<int, string> Stream, Func<int, HttpRequestMessage> Change, Func<HttpRequestMessage>? Page);

/// <summary>
/// Very many event streams at once, and changes at an even rate whether or not the last one arrived. Every change has a mark in its words;
/// it is there when the last of all has it. The first ten seconds warm the house up and are not counted.
/// </summary>
internal static class Onlookers
{
    private const string Mark = "#s=";
    private const int MarkLength = 11;
    private const int WarmUp = 10;

    public static async Task<int> Run(string name, Watched watched, int people, int rate, int seconds)
    {
        var (unseen, changes) = (rate * WarmUp, rate * (WarmUp + seconds));
        var seen = new Seen(unseen, changes, people);
        var before = Memory(watched.Process);
        var sockets = new List<Socket>();
        for (var n = 0; n < people; n++)
        {
            sockets.Add(await Open(watched, n, seen));
            if (n % 100 == 99) await Task.Delay(5);
        }
        for (var waited = 0; seen.Open < people && waited < 60_000; waited += 50) await Task.Delay(50);
        await Task.Delay(1000);
        var perPerson = (Memory(watched.Process) - before) / (double)people;
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        var (pages, wrong, begin, sending) = (new List<double>(), 0, Stopwatch.GetTimestamp(), new List<Task>());
        using var over = new CancellationTokenSource();
        var reading = watched.Page is null ? Task.CompletedTask : Task.Factory.StartNew(() => Read(client, watched.Page, pages, over.Token), over.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        for (var n = 0; n < changes; n++)
        {
            var due = TimeSpan.FromSeconds((n + 1) / (double)rate) - Stopwatch.GetElapsedTime(begin);
            if (due > TimeSpan.Zero) await Task.Delay(due);
            if (n == unseen) lock (pages) pages.Clear();
            seen.Begin(n);
            sending.Add(Send(n));
        }
        await Task.WhenAll(sending);
        for (var waited = 0; !seen.IsAll && waited < 10_000; waited += 50) await Task.Delay(50);
        await over.CancelAsync();
        await reading;
        foreach (var socket in sockets) socket.Dispose();
        seen.Say(name, perPerson, pages, wrong);
        return wrong == 0 && seen.IsAll ? 0 : 1;

        async Task Send(int n)
        {
            using var request = watched.Change(n);
            using var answer = await client.SendAsync(request);
            if ((int)answer.StatusCode is not (204 or 303)) Interlocked.Increment(ref wrong);
        }
    }

    public static string MarkOf(int n) => string.Create(CultureInfo.InvariantCulture, $"{Mark}{n:D8}");

    /// <summary>On a thread of its own: whoever measures must not queue behind what they measure.</summary>
    private static void Read(HttpClient client, Func<HttpRequestMessage> page, List<double> waits, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            var begin = Stopwatch.GetTimestamp();
            using var request = page();
            using var answer = client.Send(request, CancellationToken.None);
            answer.Content.ReadAsStream(CancellationToken.None).CopyTo(Stream.Null);
            lock (waits) waits.Add(answer.IsSuccessStatusCode ? Stopwatch.GetElapsedTime(begin).TotalMilliseconds : double.MaxValue);
            over.WaitHandle.WaitOne(100);
        }
    }

    private static async Task<Socket> Open(Watched watched, int n, Seen seen)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(watched.Address.Host, watched.Address.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {watched.Stream(n)}\r\nHost: {watched.Address.Authority}\r\nAccept: text/event-stream\r\n\r\n"));
        _ = Hear(socket, seen);
        return socket;
    }

    private static async Task Hear(Socket socket, Seen seen)
    {
        var (buffer, kept, isOpen, newest) = (new byte[8192], 0, false, -1);
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(kept)) is > 0 and var length)
            {
                if (!isOpen) seen.Opened();
                isOpen = true;
                seen.Count(length);
                var rest = Marks(buffer.AsSpan(0, kept + length), seen, ref newest);
                kept = Math.Min(rest.Length, MarkLength - 1);
                rest[^kept..].CopyTo(buffer);
            }
        }
        catch (SocketException)
        {
        }
        catch (ObjectDisposedException)
        {
        }
    }

    /// <summary>Takes the marks there are, each once; whoever sees a later one sees what the earlier changed. What is left may hold the beginning of one.</summary>
    private static Span<byte> Marks(Span<byte> text, Seen seen, ref int newest)
    {
        while (text.IndexOf("#s="u8) is >= 0 and var at && text.Length - at >= MarkLength)
        {
            if (int.TryParse(text.Slice(at + Mark.Length, 8), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > newest) seen.Arrive(newest + 1, newest = n);
            text = text[(at + MarkLength)..];
        }
        return text;
    }

    private static long Memory(int process) => long.Parse(File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("VmRSS", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
}
