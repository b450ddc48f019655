using System.Runtime.CompilerServices;

namespace Leaderful.Pairing.Matchings;

internal sealed partial class Search
{
    /// <summary>Looks at everybody whom those that have come outside may meet, and says when it will matter.</summary>
    void Scan(int blossom)
    {
        foreach (var v in blossoms.Of(blossom)) ScanPerson(v);
    }

    void ScanPerson(int v)
    {
        if (prices[v] < end) (end, endOutside, endInside) = (prices[v], v, -1); // without a price nobody minds being left over
        ScanOthers(v, graph.Others(v), graph.Worths(v), prices, sides);
        Await(v);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void ScanOthers(int v, ReadOnlySpan<int> others, ReadOnlySpan<int> worths, ReadOnlySpan<long> costs, ReadOnlySpan<Side> where)
    {
        var price = costs[v] - (2 * raise);
        for (var i = 0; i < others.Length; i++)
        {
            var u = others[i];
            var near = price - (2L * worths[i]);
            if (where[u] == Side.Outside || near + costs[u] >= end || near >= nearest[u]) continue;
            (nearest[u], nearestFrom[u]) = (near, v);
            if (where[u] == Side.None) Expect(u);
        }
    }

    /// <summary>
    /// Says when an outer person will meet the first outer one of another blossom. Only the first: once that has come, the next is
    /// looked for. All of them at once would fill the heap with what mostly lies within one blossom by then.
    /// </summary>
    void Await(int v)
    {
        var (first, other) = First(v, graph.Others(v), graph.Worths(v), prices, blossoms.Tops);
        if (first / 2 < end) events.Add(new(first / 2, EventKind.Join, v, other));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    (long, int) First(int v, ReadOnlySpan<int> others, ReadOnlySpan<int> worths, ReadOnlySpan<long> costs, ReadOnlySpan<int> tops)
    {
        var (price, top, first, other) = (costs[v] - (2 * raise), tops[v], long.MaxValue, -1);
        for (var i = 0; i < others.Length; i++)
        {
            var u = others[i];
            var at = price + costs[u] - (2L * worths[i]);
            if (at < first && sides[u] == Side.Outside && tops[u] != top) (first, other) = (at, u);
        }
        return (first, other);
    }

    /// <summary>Somebody not in the tree will be reached: which ends the search if they, too, are left over.</summary>
    void Expect(int u)
    {
        if (nearest[u] == long.MaxValue) return;
        var at = nearest[u] + prices[u];
        if (at >= end) return;
        if (blossoms.Mates[blossoms.Bases[blossoms.Tops[u]]] < 0) (end, endOutside, endInside) = (at, nearestFrom[u], u);
        else events.Add(new(at, EventKind.Grow, nearestFrom[u], u));
    }

    void Grow(int from, int to)
    {
        var reached = blossoms.Tops[to];
        TakeInside(reached, from, to);
        var mate = blossoms.Tops[blossoms.Mates[blossoms.Bases[reached]]];
        TakeOutside(mate);
        Scan(mate);
    }

    void TakeOutside(int blossom)
    {
        foreach (var v in blossoms.Of(blossom)) (sides[v], prices[v]) = (Side.Outside, prices[v] + moved);
        if (!blossoms.IsBlossom(blossom)) return;
        sides[blossom] = Side.Outside;
        prices[blossom] -= moved;
    }

    void TakeInside(int blossom, int from, int to)
    {
        (outside[blossom], inside[blossom]) = (from, to);
        foreach (var v in blossoms.Of(blossom)) (sides[v], prices[v]) = (Side.Inside, prices[v] - moved);
        if (!blossoms.IsBlossom(blossom)) return;
        sides[blossom] = Side.Inside;
        prices[blossom] += moved;
        events.Add(new(prices[blossom], EventKind.Open, blossom, 0));
    }

    /// <summary>Out of the tree, or into a blossom: prices stand for themselves.</summary>
    void TakeOut(int blossom)
    {
        if (blossoms.IsBlossom(blossom)) prices[blossom] += sides[blossom] == Side.Outside ? moved : -moved;
        sides[blossom] = Side.None;
    }
}
