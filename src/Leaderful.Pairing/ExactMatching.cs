using Leaderful.Pairing.Matchings;

namespace Leaderful.Pairing;

/// <summary>
/// Finds a matching of the greatest worth among people of whom any two may meet, and proves that none is greater. Whole numbers
/// all the way: nothing is rounded.
/// </summary>
/// <remarks>
/// The method is Edmonds' ("Paths, trees, and flowers", 1965; "Maximum matching and a polyhedron with 0,1-vertices", 1965) with
/// prices on people and on odd groups, as Galil tells it ("Efficient algorithms for finding maximum matching in graphs", ACM
/// Computing Surveys 18, 1986), with changes: one tree is grown at a time, beginning with the prices of a best matching by halves
/// (Derigs and Metz 1986), and what becomes possible next is kept in a heap. Each of at most n trees looks at each of m candidates
/// twice, and at a person's again when the blossom they were to be joined with has come: mostly O(n·m·log n) for n people. Memory
/// is in proportion to n + m. How long it takes in fact is in the README.
/// </remarks>
public static class ExactMatching
{
    /// <summary>The most people one matching is made for: up to there no sum leaves 64 bits.</summary>
    public const int MostPeople = 1_000_000;

    /// <summary>
    /// A best matching. The same candidates give the same matching, in whatever order they are named, on every machine. A pair
    /// that is named twice counts with its greater worth.
    /// </summary>
    /// <param name="people">How many there are; they are called 0 to <paramref name="people"/> - 1.</param>
    /// <param name="candidates">The pairs that may meet. Read once.</param>
    /// <param name="aim">What counts first.</param>
    /// <param name="stop">Looked at between two steps, of which there are at most as many as people.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer people than none or more than <see cref="MostPeople"/>, somebody who is none of them, or an aim that is none.</exception>
    /// <exception cref="ArgumentException">Somebody is to meet themselves.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> said so.</exception>
    public static Matching Find(int people, IEnumerable<Candidate> candidates, MatchingAim aim = MatchingAim.MostWorth, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(people);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(people, MostPeople);
        ArgumentNullException.ThrowIfNull(candidates);
        if (!Enum.IsDefined(aim)) throw new ArgumentOutOfRangeException(nameof(aim));
        var graph = new CandidateGraph(people, candidates);
        var raise = aim == MatchingAim.MostPairs ? graph.MoreThanAnySum : 0;
        var (prices, mates) = (new long[people], new int[people]);
        new Opening(graph, raise, prices, mates).Make();
        new Halves(graph, raise, prices, mates).Make(stop);
        return new Search(graph, raise, prices, mates).Find(stop);
    }
}
