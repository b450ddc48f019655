using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Leaderful.Bench;

/// <summary>One reader who searches again as soon as they have their answer: frequent words, rare ones, beginnings, several, quotes, and what nobody said.</summary>
public static class Searches
{
    public static async Task<int> Load(Uri address, Filled filled, TimeSpan length)
    {
        using var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("Cookie", $"leaderful={filled.Cookies[0]}");
        var (waits, found, wrong) = (new List<double>(), 0, 0);
        var warm = length / 4;
        var begun = Stopwatch.GetTimestamp();
        for (var n = 0; Stopwatch.GetElapsedTime(begun) < warm + length; n++)
        {
            var sent = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(new Uri($"/search?q={Uri.EscapeDataString(Query(n))}", UriKind.Relative));
            var page = await answer.Content.ReadAsStringAsync();
            var isFound = page.Contains("<mark>", StringComparison.Ordinal);
            if (isFound) found++;
            if (answer.StatusCode != HttpStatusCode.OK || isFound == (n % Kinds == Nothing)) wrong++;
            if (Stopwatch.GetElapsedTime(begun) > warm) waits.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }
        waits.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"search: p50 {Waits.At(waits, 0.5):F1} ms  p99 {Waits.At(waits, 0.99):F1} ms  longest {Waits.At(waits, 1):F1} ms  asked {waits.Count}  with results {found}  errors {wrong}"));
        return wrong == 0 ? 0 : 1;
    }

    private const int Kinds = 7;
    private const int Nothing = 6;

    /// <summary>All of them are found but what nobody said.</summary>
    private static string Query(int n)
    {
        var pick = new Random(n);
        var (often, seldom) = (ManyWords.Word(pick.Next(50)), ManyWords.Word(pick.Next(2_000, ManyWords.Count)));
        return (n % Kinds) switch
        {
            0 => often,
            1 => seldom,
            2 => seldom[..3],
            3 => seldom[..2],
            4 => $"{often} {ManyWords.Word(pick.Next(500))}",
            5 => $"\"{ManyWords.Word(pick.Next(10))} {ManyWords.Word(pick.Next(10))}\"",
            _ => $"{seldom}xyz",
        };
    }
}
