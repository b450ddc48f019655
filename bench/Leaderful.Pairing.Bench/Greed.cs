namespace Leaderful.Pairing.Bench;

/// <summary>What everybody writes first: the best pair of all, then the best of those who are left.</summary>
internal static class Greed
{
    public static (int Pairs, long Worth) Make(int people, IEnumerable<Candidate> candidates)
    {
        var taken = new bool[people];
        var (pairs, worth) = (0, 0L);
        var ordered = candidates.ToArray();
        Array.Sort(ordered, (a, b) => b.Worth.CompareTo(a.Worth));
        foreach (var candidate in ordered)
        {
            if (taken[candidate.One] || taken[candidate.Other]) continue;
            taken[candidate.One] = taken[candidate.Other] = true;
            (pairs, worth) = (pairs + 1, worth + candidate.Worth);
        }
        return (pairs, worth);
    }
}
