namespace Leaderful.Pairing.Matchings;

/// <summary>Everybody's candidates, in the order of their numbers, in two flat arrays: those of v stand from starts[v] up to starts[v + 1].</summary>
internal sealed class CandidateGraph
{
    readonly int[] starts;
    readonly int[] others;
    readonly int[] worths;

    public int People { get; }

    /// <summary>One more pair outweighs it all: 2k + 1 worths are what two matchings of k and k + 1 pairs can differ by.</summary>
    public long MoreThanAnySum { get; private set; }

    public CandidateGraph(int people, IEnumerable<Candidate> candidates)
    {
        People = people;
        var named = candidates as IReadOnlyCollection<Candidate> ?? [.. candidates];
        starts = Counted(named);
        (others, worths) = (new int[starts[people]], new int[starts[people]]);
        Fill(named);
        (others, worths) = InOrder();
    }

    /// <summary>Whom somebody may meet.</summary>
    public ReadOnlySpan<int> Others(int v) => others.AsSpan(starts[v]..starts[v + 1]);

    /// <summary>What that is worth, in the same order.</summary>
    public ReadOnlySpan<int> Worths(int v) => worths.AsSpan(starts[v]..starts[v + 1]);

    int[] Counted(IReadOnlyCollection<Candidate> named)
    {
        var counted = new int[People + 1];
        var most = 0L;
        foreach (var (one, other, worth) in named)
        {
            if ((uint)one >= (uint)People || (uint)other >= (uint)People) throw new ArgumentOutOfRangeException(nameof(named), $"{one} and {other} are not both among {People} people.");
            if (one == other) throw new ArgumentException($"{one} cannot meet themselves.", nameof(named));
            counted[one + 1]++;
            counted[other + 1]++;
            most = Math.Max(most, Math.Abs((long)worth));
        }
        for (var v = 0; v < People; v++) counted[v + 1] = checked(counted[v + 1] + counted[v]);
        MoreThanAnySum = (People * most) + 1;
        return counted;
    }

    void Fill(IReadOnlyCollection<Candidate> named)
    {
        var next = starts[..^1];
        foreach (var (one, other, worth) in named)
        {
            Put(one, other, worth);
            Put(other, one, worth);
        }

        void Put(int at, int other, int worth)
        {
            others[next[at]] = other;
            worths[next[at]++] = worth;
        }
    }

    /// <summary>
    /// Whoever goes through all rows and gives each its own row's number meets every row's numbers in their order: so the order
    /// in which candidates were named is forgotten.
    /// </summary>
    (int[], int[]) InOrder()
    {
        var (ordered, theirs, next) = (new int[others.Length], new int[worths.Length], starts[..^1]);
        for (var v = 0; v < People; v++)
        {
            for (var e = starts[v]; e < starts[v + 1]; e++)
            {
                var at = next[others[e]]++;
                (ordered[at], theirs[at]) = (v, worths[e]);
            }
        }
        return (ordered, theirs);
    }
}
