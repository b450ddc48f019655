namespace Leaderful.Pairing;

/// <summary>Who is matched with whom: nobody twice, and only candidates.</summary>
public sealed class Matching
{
    internal Matching(int[] partners, long worth, MatchingProof proof) => (Partners, Worth, Proof) = (partners, worth, proof);

    /// <summary>For everybody, by their number, whom they are matched with; -1 for whoever is left over.</summary>
    public IReadOnlyList<int> Partners { get; }

    /// <summary>The sum of the worths of all pairs.</summary>
    public long Worth { get; }

    /// <summary>Why no matching is worth more.</summary>
    public MatchingProof Proof { get; }

    /// <summary>The pairs, in the order of the lower number, which is named first.</summary>
    public IEnumerable<(int One, int Other)> Pairs =>
        Enumerable.Range(0, Partners.Count).Where(one => one < Partners[one]).Select(one => (one, Partners[one]));
}
