using System.Text.RegularExpressions;

namespace Leaderful.Bench;

/// <summary>What there is to watch: our wall, or a server that only hands on.</summary>
internal static partial class WhatIsWatched
{
    /// <summary>Each change is another title of one topic; the watchers are the members' browsers, many times over.</summary>
    public static async Task<Watched> OnWall(Uri address, int process, Filled filled, string wall, string topic)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = address };
        var page = await (await client.SendAsync(Page())).Content.ReadAsStringAsync();
        var shown = Shown().Match(page);
        var stream = $"/live?s={Uri.EscapeDataString($"{shown.Groups[1].Value}@{shown.Groups[2].Value}")}";
        return new Watched(address, process, n => $"{stream} HTTP/1.1\r\nCookie: leaderful={filled.Cookies[n % filled.Cookies.Count]}", Change, Page);

        HttpRequestMessage Page() => Signed(new HttpRequestMessage(HttpMethod.Get, new Uri(address, wall)));

        HttpRequestMessage Change(int n) => Signed(new HttpRequestMessage(HttpMethod.Post, new Uri(address, $"{wall}/topics/{topic}/settings"))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("title", $"The keys of the mill {Onlookers.MarkOf(n)}")]),
        });

        HttpRequestMessage Signed(HttpRequestMessage request)
        {
            request.Headers.Add("Cookie", $"leaderful={filled.Cookies[0]}");
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            return request;
        }
    }

    public static Watched AtLimit(Uri address, int process, int bytes) => new(
        address, process, _ => "/sse HTTP/1.1",
        n => new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/pub")) { Content = new StringContent(Onlookers.MarkOf(n).PadRight(Math.Max(11, bytes - 8), '.')) }, null);

    [GeneratedRegex("data-live=\"([^\"]+)\" data-version=\"(\\d+)\"")]
    private static partial Regex Shown();
}
