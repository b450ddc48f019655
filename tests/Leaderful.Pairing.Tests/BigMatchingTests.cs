using System.Diagnostics;
using Xunit;

namespace Leaderful.Pairing.Tests;

/// <summary>A thousand people of whom any two may meet, in kinds that are easy and kinds that are as hard as were found; each proves itself.</summary>
public class BigMatchingTests
{
    const int Many = 1000;
    static readonly TimeSpan Allowed = TimeSpan.FromSeconds(60); // mostly a tenth of a second, at worst two; the machine may be busy

    static Func<int, int, int> Worths(string kind)
    {
        var random = new Random(LawConfig.Seed(20260301));
        var places = Enumerable.Range(0, Many).Select(_ => (X: random.Next(100_000), Y: random.Next(100_000))).ToArray();
        int Distance(int a, int b) => (int)Math.Sqrt(Math.Pow(places[a].X - places[b].X, 2) + Math.Pow(places[a].Y - places[b].Y, 2));
        return kind switch
        {
            "any" => (_, _) => random.Next(1_000_000),
            "ties" => (_, _) => random.Next(10),
            "units" => (a, b) => (a % 12 == b % 12 ? 0 : 50) + (10 * random.Next(5)) - (random.Next(20) == 0 ? 100 : 0),
            "near" => (a, b) => 200_000 - Distance(a, b),
            "far" => Distance,
            "threes" => (a, b) => (a / 3 == b / 3 ? 1000 : 0) + random.Next(10),
            "product" => (a, b) => -(places[a].X % 500 * (places[b].X % 500)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    [Theory]
    [InlineData("any", MatchingAim.MostWorth)]
    [InlineData("any", MatchingAim.MostPairs)]
    [InlineData("ties", MatchingAim.MostPairs)]
    [InlineData("units", MatchingAim.MostPairs)]
    [InlineData("near", MatchingAim.MostPairs)]
    [InlineData("far", MatchingAim.MostWorth)]
    [InlineData("threes", MatchingAim.MostPairs)]
    [InlineData("product", MatchingAim.MostPairs)]
    public void A_thousand_in_time(string kind, MatchingAim aim)
    {
        var worth = Worths(kind);
        var people = new People(Many, [.. from one in Enumerable.Range(0, Many) from other in Enumerable.Range(one + 1, Many - one - 1) select new Candidate(one, other, worth(one, other))]);
        var clock = Stopwatch.StartNew();
        var found = ExactMatching.Find(people.Count, people.Candidates, aim);
        Assert.True(clock.Elapsed < Allowed, $"It took {clock.Elapsed}.");
        Certificate.Check(people, found, aim);
    }
}
