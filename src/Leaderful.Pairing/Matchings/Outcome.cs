namespace Leaderful.Pairing.Matchings;

/// <summary>What a search comes to: the matching, and the prices that prove it.</summary>
internal sealed class Outcome(CandidateGraph graph, Blossoms blossoms, long[] prices, long raise)
{
    public Matching Matching() => new(blossoms.Mates, Worth(), new MatchingProof(raise, prices[..graph.People], [.. Groups()]));

    long Worth()
    {
        var sum = 0L;
        for (var v = 0; v < graph.People; v++)
        {
            if (v < blossoms.Mates[v]) sum += WorthOf(v, blossoms.Mates[v]);
        }
        return sum;
    }

    /// <summary>The greatest, where a pair was named more than once.</summary>
    long WorthOf(int v, int mate)
    {
        var most = long.MinValue;
        var others = graph.Others(v);
        for (var i = 0; i < others.Length; i++)
        {
            if (others[i] == mate) most = Math.Max(most, graph.Worths(v)[i]);
        }
        return most;
    }

    IEnumerable<OddGroup> Groups()
    {
        for (var b = graph.People; b < prices.Length; b++)
        {
            if (blossoms.Rings[b] is null || prices[b] == 0) continue;
            List<int> members = [];
            foreach (var v in blossoms.Of(b)) members.Add(v);
            yield return new OddGroup(members, prices[b]);
        }
    }
}
