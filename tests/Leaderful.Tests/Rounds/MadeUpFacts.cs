using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Data;
using Leaderful.People;
using Leaderful.Rounds;
using Leaderful.Rounds.Pairs;

namespace Leaderful.Tests.Rounds;

/// <summary>A few people with all that counts in a round, made up by a number; and the best there is for them, by trying every way.</summary>
internal static class MadeUpFacts
{
    private static readonly string[] Trades = ["bicycles", "ledgers", "garden", "bicycle", "choirs", "harvest"];

    public static RoundFacts Of(int seed)
    {
        var chance = new Random(seed);
        var people = Enumerable.Range(0, chance.Next(2, 11)).Select(_ => Id<Person>.New()).OrderBy(p => p.Value).ToArray();
        var circles = Enumerable.Range(0, 3).Select(_ => Id<Circle>.New()).ToArray();
        var rounds = Enumerable.Range(0, 3).Select(_ => Id<Round>.New()).ToArray();
        Id<Person> Anybody() => people[chance.Next(people.Length)];
        return new(people)
        {
            Apart = [.. Enumerable.Range(0, chance.Next(people.Length * 2)).Select(_ => (Anybody(), Anybody())).Where(p => p.Item1 != p.Item2)],
            Circles = [.. people.Where(_ => chance.Next(2) == 0).Select(p => (p, circles[chance.Next(3)]))],
            Lines = [.. people.Where(_ => chance.Next(3) > 0).Select(p => Line(p, chance))],
            Earlier = [.. rounds.SelectMany(r => people.Where(_ => chance.Next(3) > 0).Select(p => new EarlierPair(r, chance.Next(people.Length), p, chance.Next(4) is var met and < 3 ? (Met)met : null)))],
            LeftOver = [.. people.Where(_ => chance.Next(5) == 0)],
        };
    }

    private static OpenLine Line(Id<Person> person, Random chance)
    {
        var words = Trades[chance.Next(Trades.Length)];
        return new(person, chance.Next(3) switch { 0 => Facet.Offer, 1 => Facet.Need, _ => Facet.World }, words, words);
    }

    /// <summary>Who is still there is a set of bits; the lowest of them meets nobody or any other.</summary>
    public static (int Pairs, long Worth) Best(int people, RoundWorths worths)
    {
        var best = new (int Pairs, long Worth)[1 << people];
        for (var set = 1; set < best.Length; set++)
        {
            var (one, rest) = (int.TrailingZeroCount(set), set & (set - 1));
            best[set] = best[rest];
            for (var other = one + 1; other < people; other++)
            {
                if ((rest >> other & 1) == 0 || worths.Of(one, other) is not { } worth) continue;
                var (pairs, sum) = best[rest & ~(1 << other)];
                if ((pairs + 1, sum + worth).CompareTo(best[set]) > 0) best[set] = (pairs + 1, sum + worth);
            }
        }
        return best[^1];
    }
}
