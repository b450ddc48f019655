using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Leaderful.Bench;

/// <summary>A closed loop: each writer sends its next reply when the last one was answered, which is after the commit.</summary>
public static class Replies
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("WARMUP") ?? "30", CultureInfo.InvariantCulture));

    public static async Task<int> Load(Uri address, Filled filled, TimeSpan length)
    {
        using var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = address };
        var waits = new List<double>[filled.Cookies.Count];
        var wrong = 0;
        var begin = Stopwatch.GetTimestamp();
        await Task.WhenAll(filled.Cookies.Select((cookie, writer) => Task.Run(async () =>
        {
            var own = waits[writer] = [];
            for (var n = 0; Stopwatch.GetElapsedTime(begin) < WarmUp + length; n++)
            {
                var sent = Stopwatch.GetTimestamp();
                if (!await Reply(client, filled.Conversation, cookie, (writer * 1_000_000) + n)) Interlocked.Increment(ref wrong);
                if (Stopwatch.GetElapsedTime(begin) > WarmUp) own.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }
        })));
        Say([.. waits.SelectMany(w => w).Order()], length, wrong);
        return wrong == 0 ? 0 : 1;
    }

    private static async Task<bool> Reply(HttpClient client, string conversation, string cookie, int n)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{conversation}/posts")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("text", MadeUpText.Post(n))]),
        };
        request.Headers.Add("Cookie", $"leaderful={cookie}");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await client.SendAsync(request);
        return answer.StatusCode == HttpStatusCode.SeeOther;
    }

    private static void Say(double[] waits, TimeSpan length, int wrong) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"replies/s {waits.Length / length.TotalSeconds:F0}  p50 {Waits.At(waits, 0.5):F1} ms  p99 {Waits.At(waits, 0.99):F1} ms  longest {Waits.At(waits, 1):F1} ms  errors {wrong}"));
}
