namespace Leaderful.Pairing.Rounds;

/// <summary>What each pair of a matching is worth, by the lower number: the greatest it was named with.</summary>
internal sealed class PairWorths
{
    readonly Dictionary<int, int> worths = [];

    public PairWorths(IReadOnlyList<Candidate> candidates, IReadOnlyList<int> matching)
    {
        foreach (var (one, other, worth) in candidates)
        {
            if (matching[one] != other) continue;
            var lower = Math.Min(one, other);
            worths[lower] = worths.TryGetValue(lower, out var before) ? Math.Max(before, worth) : worth;
        }
    }

    public long this[int lower] => worths[lower];
}
