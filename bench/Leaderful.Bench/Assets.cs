using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.People;
using Microsoft.Extensions.DependencyInjection;

namespace Leaderful.Bench;

/// <summary>
/// A community whose members opened so many offers and needs, and one of them who asks who can help, again as soon as they have their answer: words
/// that many offer, words that mean the same as others, beginnings, several, and what nobody offers.
/// </summary>
internal static class Assets
{
    private const int Each = 4;
    private const int AtOnce = 50;

    /// <summary>What people offer, of which each has one among words that say nothing more.</summary>
    private static readonly string[] Offered = ["treasurer", "driving", "babysitting", "translation", "solicitor", "gardening", "photography", "facilitation", "baking", "plumbing", "fundraising", "website"];

    /// <summary>How they are asked for: as they were said, or by what means the same.</summary>
    private static readonly string[] Asked = ["treasurer", "bookkeeping", "van", "driving to the market", "childcare", "interpreter french", "legal advice", "compost", "photos", "minutes and facilitation", "bread", "pipes", "grant applications", "web design", "trans", "nobodyoffersthis"];

    public static async Task<int> Fill(string folder, int assets)
    {
        await using var built = await Instance.Begin(folder);
        var writes = built.GetRequiredService<Writes>();
        var (community, cookie) = await writes.Do(unit =>
        {
            var person = unit.Register("Ines Okoro", "ines@bench.example");
            person.OperatorSince = unit.Now;
            return Task.FromResult((unit.Found(person, "Millbrook Care Network", "millbrook"), unit.SignIn(person, "bench")));
        });
        for (var n = 0; n < assets / Each; n += AtOnce)
        {
            var from = n;
            await writes.Do(unit => unit.Offer(community, from, from + AtOnce));
        }
        await File.WriteAllTextAsync(Path.Combine(folder, "filled.json"), JsonSerializer.Serialize(new Filled("/c/millbrook/assets", [cookie])));
        return 0;
    }

    public static async Task<int> Load(Uri address, Filled filled, TimeSpan length)
    {
        using var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("Cookie", $"leaderful={filled.Cookies[0]}");
        var (waits, found, wrong, warm, begun) = (new List<double>(), 0, 0, length / 4, Stopwatch.GetTimestamp());
        for (var n = 0; Stopwatch.GetElapsedTime(begun) < warm + length; n++)
        {
            var (asked, sent) = (Asked[n % Asked.Length], Stopwatch.GetTimestamp());
            using var answer = await client.GetAsync(new Uri($"{filled.Conversation}?q={Uri.EscapeDataString(asked)}", UriKind.Relative));
            var isFound = (await answer.Content.ReadAsStringAsync()).Contains("<mark>", StringComparison.Ordinal);
            if (Stopwatch.GetElapsedTime(begun) > warm) waits.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            if (isFound) found++;
            if (answer.StatusCode != HttpStatusCode.OK || isFound == (asked == Asked[^1])) wrong++;
        }
        waits.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"assets: p50 {Waits.At(waits, 0.5):F1} ms  p99 {Waits.At(waits, 0.99):F1} ms  longest {Waits.At(waits, 1):F1} ms  asked {waits.Count}  with results {found}  errors {wrong}"));
        return wrong == 0 ? 0 : 1;
    }

    /// <summary>Every fifth line is a need.</summary>
    private static async Task Offer(this Unit unit, Community community, int from, int to)
    {
        for (var n = from; n < to; n++)
        {
            var person = unit.Register($"{ManyWords.Word(n % 400)} {ManyWords.Word(n)}", string.Create(CultureInfo.InvariantCulture, $"p{n}@bench.example"));
            await unit.Db.SaveChangesAsync();
            await unit.Join(community.Id, person);
            for (var i = 0; i < Each; i++)
            {
                var number = (n * Each) + i;
                var text = $"{string.Join(' ', ManyWords.Of(number).Take(7))} {Offered[number % Offered.Length]} {(number % 7 == 0 ? "french" : "")}".TrimEnd();
                unit.Portray(person.Id, person.ActorId, number % 5 == 0 ? Facet.Need : Facet.Offer, new Opening(text, community.ScopeId, ""));
            }
        }
    }
}
