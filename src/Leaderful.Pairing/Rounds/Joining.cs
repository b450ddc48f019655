namespace Leaderful.Pairing.Rounds;

/// <summary>Who is left over joins two who meet: the best of all such threes first, ties by numbers, nobody and no pair twice.</summary>
internal static class Joining
{
    /// <summary>By the lower number of the pair: who joins it, and what they and each of the two are worth.</summary>
    public static Dictionary<int, (int Person, long Worth)> Find(IReadOnlyList<int> matching, IReadOnlyList<Candidate> candidates)
    {
        Dictionary<int, (int, long)> joined = [];
        HashSet<int> placed = [];
        foreach (var (person, pair, worth) in Threes(matching, candidates).OrderByDescending(three => three.Worth).ThenBy(three => three.Person).ThenBy(three => three.Pair))
        {
            if (joined.ContainsKey(pair) || !placed.Add(person)) continue;
            joined.Add(pair, (person, worth));
        }
        return joined;
    }

    static IEnumerable<(int Person, int Pair, long Worth)> Threes(IReadOnlyList<int> matching, IReadOnlyList<Candidate> candidates)
    {
        var worths = WithThoseLeftOver(matching, candidates);
        foreach (var ((person, met), worth) in worths)
        {
            if (met < matching[met] && worths.TryGetValue((person, matching[met]), out var other)) yield return (person, met, (long)worth + other);
        }
    }

    static Dictionary<(int LeftOver, int Met), int> WithThoseLeftOver(IReadOnlyList<int> matching, IReadOnlyList<Candidate> candidates)
    {
        Dictionary<(int, int), int> worths = [];
        foreach (var (one, other, worth) in candidates)
        {
            if (matching[one] < 0 == matching[other] < 0) continue;
            var key = matching[one] < 0 ? (one, other) : (other, one);
            worths[key] = worths.TryGetValue(key, out var before) ? Math.Max(before, worth) : worth;
        }
        return worths;
    }
}
