namespace Leaderful.Pairing.Tests;

/// <summary>So many people and whom they may meet, made up of one number: sparse and dense, in parts, with many ties and with few.</summary>
internal sealed record People(int Count, IReadOnlyList<Candidate> Candidates)
{
    public static People MadeUp(int seed, int most)
    {
        var random = new Random(seed);
        var count = random.Next(most + 1);
        var parts = 1 + (random.Next(3) == 0 ? random.Next(4) : 0);
        var share = random.Next(4) switch { 0 => 1.0, 1 => 0.15, _ => random.NextDouble() };
        var worth = Worths(random, count);
        List<Candidate> candidates = [];
        for (var one = 0; one < count; one++)
        {
            for (var other = one + 1; other < count; other++)
            {
                if (one % parts == other % parts && random.NextDouble() < share) candidates.Add(new(one, other, worth(one, other)));
            }
        }
        return new(count, candidates);
    }

    /// <summary>Kinds of worth that methods go wrong on: ties, less than nothing, places in a plane (which make blossoms in blossoms), groups and groups of groups, of which one is left over in each, sums, the greatest there are.</summary>
    static Func<int, int, int> Worths(Random random, int count)
    {
        var places = Enumerable.Range(0, count).Select(_ => (X: random.Next(1000), Y: random.Next(1000))).ToArray();
        double Distance(int a, int b) => Math.Sqrt(Math.Pow(places[a].X - places[b].X, 2) + Math.Pow(places[a].Y - places[b].Y, 2));
        var ring = random.Next(3, 8);
        return random.Next(10) switch
        {
            0 => (_, _) => random.Next(3),
            1 => (_, _) => random.Next(-5, 6),
            2 => (_, _) => random.Next(1_000_000),
            3 => (_, _) => 1,
            4 => (a, b) => 1500 - (int)Distance(a, b),
            5 => (a, b) => (int)-Distance(a, b),
            6 => (a, b) => (a / ring == b / ring ? 100 : 0) + random.Next(10),
            7 => (a, b) => (a / 9 == b / 9 ? 100 : 0) + (a / 3 == b / 3 ? 40 : 0) + random.Next(-3, 4),
            8 => (a, b) => places[a].X + places[b].X - (a + b) % 2,
            _ => (_, _) => random.Next(2) == 0 ? int.MinValue : int.MaxValue - random.Next(2),
        };
    }

    public Dictionary<(int, int), int> Worth { get; } = Candidates
        .GroupBy(c => (Math.Min(c.One, c.Other), Math.Max(c.One, c.Other)))
        .ToDictionary(pair => pair.Key, pair => pair.Max(c => c.Worth));

    /// <summary>Called otherwise, and named in another order.</summary>
    public People Renamed(Random random)
    {
        var names = Enumerable.Range(0, Count).ToArray();
        random.Shuffle(names);
        var renamed = Candidates.Select(c => random.Next(2) == 0 ? new Candidate(names[c.One], names[c.Other], c.Worth) : new(names[c.Other], names[c.One], c.Worth)).ToArray();
        random.Shuffle(renamed);
        return new(Count, renamed);
    }
}
