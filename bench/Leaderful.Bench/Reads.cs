using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Leaderful.Bench;

/// <summary>
/// An open loop: so many requests a second whether or not the last were answered, as many people would send them; each wait
/// counts from when its request was due. The list of conversations, what was missed, the directory, looking for somebody, a
/// word, and a long conversation at the reader's place and elsewhere, in turns. An answer without what must be on it is an error.
/// </summary>
public static class Reads
{
    private static readonly string[] Turns =
    [
        "list", "catch-up", "place", "list", "directory", "catch-up", "list", "elsewhere", "list", "search",
        "catch-up", "list", "place", "list", "look", "catch-up", "list", "elsewhere", "directory", "list",
    ];

    public static async Task<int> Load(Uri address, Filled filled, int rate, TimeSpan length)
    {
        using var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 256 };
        using var client = new HttpClient(handler) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("Cookie", $"leaderful={filled.Cookies[0]}");
        var (waits, wrong, running) = (Turns.Distinct().ToDictionary(t => t, _ => new List<double>()), 0, new List<Task>());
        var warm = length / 4;
        var begun = Stopwatch.GetTimestamp();
        for (var n = 0; ; n++)
        {
            var due = TimeSpan.FromSeconds((double)n / rate);
            if (due > warm + length) break;
            if (due - Stopwatch.GetElapsedTime(begun) is { Ticks: > 0 } early) await Task.Delay(early);
            var (turn, own) = (Turns[n % Turns.Length], n);
            running.Add(Task.Run(async () =>
            {
                using var answer = await client.GetAsync(new Uri(Path(turn, own, filled), UriKind.Relative));
                var page = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode != HttpStatusCode.OK || !IsRight(turn, page)) Interlocked.Increment(ref wrong);
                if (due > warm) lock (waits) waits[turn].Add((Stopwatch.GetElapsedTime(begun) - due).TotalMilliseconds);
            }));
            if (running.Count > 4_096) running.RemoveAll(t => t.IsCompleted);
        }
        await Task.WhenAll(running);
        foreach (var (turn, each) in waits) Say(turn, each);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"at {rate}/s for {length.TotalSeconds:F0} s, errors {wrong}"));
        return wrong == 0 ? 0 : 1;
    }

    private static string Path(string turn, int n, Filled filled) => turn switch
    {
        "list" => "/c/community-0/conversations",
        "catch-up" => "/c/community-0/catch-up",
        "directory" => string.Create(CultureInfo.InvariantCulture, $"/c/community-0/people?page={(n % 20) + 1}"),
        "look" => $"/c/community-0/people?q={ManyWords.Word(n % 400)}",
        "search" => $"/search?q={ManyWords.Word(n % 50)}",
        "elsewhere" => string.Create(CultureInfo.InvariantCulture, $"{filled.Conversation}?from={(n * 37 % 4_900) + 1}"),
        _ => filled.Conversation,
    };

    /// <summary>A full page of what was asked for.</summary>
    private static bool IsRight(string turn, string page) => turn switch
    {
        "list" => Times("<h3>", page) >= 30 && page.Contains("class=\"fresh\"", StringComparison.Ordinal),
        "catch-up" => Times("<section class=\"part\">", page) >= 20,
        "directory" => Times("<li class=\"marked\">", page) == 100,
        "search" => page.Contains("<mark>", StringComparison.Ordinal),
        "look" => Times("<li class=\"marked\">", page) > 0,
        _ => Times("<li id=\"p", page) == 50,
    };

    private static int Times(string part, string page) => page.AsSpan().Count(part);

    private static void Say(string turn, List<double> waits)
    {
        waits.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{turn}: p50 {Waits.At(waits, 0.5):F1} ms  p99 {Waits.At(waits, 0.99):F1} ms  longest {Waits.At(waits, 1):F1} ms  asked {waits.Count}"));
    }
}
