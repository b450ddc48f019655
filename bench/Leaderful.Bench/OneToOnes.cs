using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OneToOnes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Leaderful.Bench;

/// <summary>
/// A community in which so many people planned, held and asked each other to so many one-to-ones, one of them far more than the others; and that
/// organizer, and twenty more, opening their lists again as soon as they have them.
/// </summary>
internal static class OneToOnes
{
    private const int AtOnce = 50;
    private const int OfOrganizer = 40;
    private const int Readers = 20;

    public static async Task<int> Fill(string folder, int people, int count)
    {
        await using var built = await Instance.Begin(folder);
        var writes = built.GetRequiredService<Writes>();
        var (community, organizer, cookie) = await writes.Do(unit =>
        {
            var person = unit.Register("Ines Okoro", "ines@bench.example");
            person.OperatorSince = unit.Now;
            return Task.FromResult((unit.Found(person, "Millbrook Care Network", "millbrook"), person, unit.SignIn(person, "bench")));
        });
        List<Person> all = [organizer];
        List<string> cookies = [cookie];
        for (var n = 1; n < people; n += AtOnce)
        {
            var from = n;
            await writes.Do(async unit =>
            {
                for (var i = from; i < Math.Min(people, from + AtOnce); i++)
                {
                    var person = unit.Register($"{ManyWords.Word(i % 400)} {ManyWords.Word(i)}", string.Create(CultureInfo.InvariantCulture, $"p{i}@bench.example"));
                    await unit.Db.SaveChangesAsync();
                    await unit.Join(community.Id, person);
                    all.Add(person);
                    if (i <= Readers) cookies.Add(unit.SignIn(person, "bench"));
                }
            });
        }
        for (var n = 0; n < count; n += AtOnce)
        {
            var from = n;
            await writes.Do(unit => unit.Plan(community, all, from, from + AtOnce));
        }
        await File.WriteAllTextAsync(Path.Combine(folder, "filled.json"), JsonSerializer.Serialize(new Filled("/c/millbrook/one-to-ones", cookies)));
        return 0;
    }

    public static async Task<int> Load(Uri address, Filled filled, TimeSpan length)
    {
        using var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = address };
        var (waits, wrong, warm, begun) = (new List<double>(), 0, length / 4, Stopwatch.GetTimestamp());
        for (var n = 0; Stopwatch.GetElapsedTime(begun) < warm + length; n++)
        {
            // Every other time the one with forty of them.
            var reader = n % 2 == 0 ? 0 : 1 + (n / 2 % (filled.Cookies.Count - 1));
            using var request = new HttpRequestMessage(HttpMethod.Get, filled.Conversation);
            request.Headers.Add("Cookie", $"leaderful={filled.Cookies[reader]}");
            var sent = Stopwatch.GetTimestamp();
            using var answer = await client.SendAsync(request);
            var page = await answer.Content.ReadAsStringAsync();
            if (Stopwatch.GetElapsedTime(begun) > warm) waits.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            if (answer.StatusCode != HttpStatusCode.OK || (reader == 0 && page.Split("<li>").Length <= OfOrganizer)) wrong++;
        }
        waits.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"one-to-ones: p50 {Waits.At(waits, 0.5):F1} ms  p99 {Waits.At(waits, 0.99):F1} ms  longest {Waits.At(waits, 1):F1} ms  lists {waits.Count}  errors {wrong}"));
        return wrong == 0 ? 0 : 1;
    }

    /// <summary>The first forty are the organizer's; of the others everybody has about as many. Two in three are over.</summary>
    private static async Task Plan(this Unit unit, Community community, List<Person> all, int from, int to)
    {
        for (var n = from; n < to; n++)
        {
            var (by, with) = (n < OfOrganizer ? all[0] : all[1 + (n % (all.Count - 1))], all[(int)((n * 7919L) + 1) % all.Count]);
            var starts = unit.Now.AddDays((n % 90) - 60);
            var time = new GatheringTime(DateOnly.FromDateTime(starts), new TimeOnly(n % 10 + 8, 0), 45, "Europe/Berlin");
            var one = new OneToOne { Id = Id<OneToOne>.New(), CommunityId = community.Id };
            one.Plan(new OneToOneWish(with.ActorId, "", time) { Purpose = string.Join(' ', ManyWords.Of(n).Take(12)) });
            if (n % 90 < 55) one.Hold(starts);
            if (n % 90 < 50) one.Thank(starts);
            unit.Db.Add(new Thing { Id = one.Id.As<Thing>(), Kind = ThingKind.OneToOne, CommunityId = community.Id, ScopeId = by.ScopeId, AuthorId = by.ActorId, CreatedAt = unit.Now });
            unit.Db.Add(one);
            if (n % 3 == 0) unit.Ask(one, with, n % 2 == 0);
        }
        await unit.Db.SaveChangesAsync();
    }

    private static void Ask(this Unit unit, OneToOne one, Person with, bool agreed)
    {
        var request = new Leaderful.OneToOnes.Asking.OneToOneRequest { OneToOneId = one.Id, CommunityId = one.CommunityId };
        request.Ask(Leaderful.OneToOnes.Asking.ReachedBy.Mail, with.ActorId, "", unit.Now);
        if (agreed) request.Agree(unit.Now, "");
        unit.Db.Add(request);
    }
}
