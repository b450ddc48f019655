using System.Diagnostics;
using System.Globalization;
using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.People;
using Leaderful.Rounds;
using Leaderful.Rounds.Pairs;
using Microsoft.Extensions.DependencyInjection;

namespace Leaderful.Bench;

/// <summary>
/// Rounds of one-to-ones in a circle of many, as its people make them: portraits that offer and look for something, forty other
/// circles, one in five kept apart from somebody, and each round before counts for the next.
/// </summary>
internal static class RoundsOfMany
{
    private const int Circles = 40;
    private const int AtOnce = 50;
    private static readonly string[] Trades = "bicycles ledgers gardens choirs harvest rotas kettles lifting reading forms walking handover translating cooking drawing listening minutes budgets first-aid chess sewing networks teaching mending writing".Split(' ');

    public static async Task<int> Measure(string folder, int people, int rounds)
    {
        await using var built = await Instance.Begin(folder);
        var writes = built.GetRequiredService<Writes>();
        var (founder, community, circles) = await writes.Do(Begin);
        List<Person> members = [];
        for (var n = 0; n < people; n += AtOnce)
        {
            var from = n;
            members.AddRange(await writes.Do(unit => Come(unit, community, circles, from, Math.Min(people, from + AtOnce))));
        }
        for (var n = 0; n < people; n += 5)
        {
            var (one, other) = (members[n].Id, members[(n * 7 + 3) % people].Id);
            if (one != other) await writes.Do(unit => unit.KeepApart(one, other));
        }
        for (var round = 1; round <= rounds; round++) Console.WriteLine(await Make(built, writes, founder, community, circles[0], members, round));
        return 0;
    }

    private static async Task<string> Make(ServiceProvider built, Writes writes, Person founder, Community community, Circle circle, List<Person> members, int number)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var ground = new RoundGround(circle.Id.As<Thing>(), RoundPlace.Circle, circle.Name, circle.ScopeId);
        var id = await writes.Do(unit => Task.FromResult(unit.OpenRound(founder.ActorId, community.Id, ground, new RoundWish("", today.AddDays(3), today.AddDays(17)))));
        foreach (var some in members.Chunk(AtOnce)) await Task.WhenAll(some.Select(m => writes.Do(unit => unit.ReplyToRound(m.Id, id, RoundReply.In))));
        await using var scope = built.CreateAsyncScope();
        var clock = Stopwatch.StartNew();
        var made = await writes.MakePairs(scope.ServiceProvider.GetRequiredService<Db>(), founder.ActorId, id, TimeProvider.System.GetUtcNow().UtcDateTime, default);
        return string.Create(CultureInfo.InvariantCulture, $"round {number} of {members.Count} people: {made} in {clock.Elapsed.TotalMilliseconds:F0} ms");
    }

    private static async Task<(Person Founder, Community Community, List<Circle> Circles)> Begin(Unit unit)
    {
        var founder = unit.Register("Ines Okoro", "ines@bench.example");
        var community = unit.Found(founder, "Millbrook Care Network", "millbrook");
        await unit.Db.SaveChangesAsync();
        List<Circle> circles = [];
        for (var n = 0; n <= Circles; n++)
        {
            var id = await unit.BeginCircle(community.Id, community.ScopeId, founder.Id, founder.ActorId, new CircleWish(string.Create(CultureInfo.InvariantCulture, $"Circle {n}"), "", Joining.Open));
            await unit.Db.SaveChangesAsync();
            circles.Add((await unit.Db.The<Circle>().FindAsync(id!.Value))!);
        }
        return (founder, community, circles);
    }

    private static async Task<List<Person>> Come(Unit unit, Community community, List<Circle> circles, int from, int to)
    {
        List<Person> come = [];
        for (var n = from; n < to; n++)
        {
            var chance = new Random(n);
            var person = unit.Register(string.Create(CultureInfo.InvariantCulture, $"Member {n}"), string.Create(CultureInfo.InvariantCulture, $"member{n}@bench.example"));
            await unit.Db.SaveChangesAsync();
            await unit.Join(community.Id, person);
            foreach (var facet in new[] { Facet.Offer, Facet.Need })
                unit.Portray(person.Id, person.ActorId, facet, new Opening($"{Trades[chance.Next(Trades.Length)]} and {Trades[chance.Next(Trades.Length)]}", community.ScopeId, ""));
            await unit.Db.SaveChangesAsync();
            foreach (var circle in new[] { circles[0], circles[1 + chance.Next(Circles)] }) await unit.JoinCircle(circle.Id, person.Id, person.ActorId);
            await unit.Db.SaveChangesAsync();
            come.Add(person);
        }
        return come;
    }
}
