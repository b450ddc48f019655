namespace Leaderful.Pairing.Matchings;

/// <summary>
/// Prices that fit from the start, and a matching along candidates that cost just what they are worth, so that few trees are
/// left to grow.
/// </summary>
internal sealed class Opening(CandidateGraph graph, long raise, long[] prices, int[] mates)
{
    public void Make()
    {
        Array.Fill(mates, -1);
        for (var v = 0; v < graph.People; v++) prices[v] = Dearest(v);
        for (var v = 0; v < graph.People; v++)
        {
            if (mates[v] < 0) Lower(v);
        }
    }

    /// <summary>Half of what somebody's best candidate counts twice: two such prices are enough for any pair.</summary>
    long Dearest(int v)
    {
        var most = 0L;
        foreach (var worth in graph.Worths(v)) most = Math.Max(most, raise + worth);
        return most;
    }

    /// <summary>Asks as little for somebody as can be, and matches them if a candidate is free at that price.</summary>
    void Lower(int v)
    {
        var needed = 0L;
        var others = graph.Others(v);
        var worths = graph.Worths(v);
        for (var i = 0; i < others.Length; i++) needed = Math.Max(needed, Needed(others[i], worths[i]));
        prices[v] = needed;
        for (var i = 0; i < others.Length; i++)
        {
            if (mates[others[i]] >= 0 || Needed(others[i], worths[i]) != needed) continue;
            (mates[v], mates[others[i]]) = (others[i], v);
            return;
        }
    }

    long Needed(int other, int worth) => (2 * (raise + worth)) - prices[other];
}
