using System.Runtime.CompilerServices;

namespace Leaderful.Pairing.Matchings;

/// <summary>
/// A best matching by halves, where the people of an odd ring may each be matched by half with either neighbour. It needs no
/// blossoms, so it is found much sooner, and its prices fit: what is left to the search is one person of each ring (Derigs
/// and Metz, "On the use of optimal fractional matchings for solving the (integer) matching problem", Computing 36, 1986).
/// </summary>
/// <remarks>Trees, and prices while one is grown, are as <see cref="Search"/> says. The tree ends where two outer people meet: the ring between them is halved.</remarks>
internal sealed partial class Halves
{
    readonly CandidateGraph graph;
    readonly long raise;
    readonly long[] prices;
    readonly int[] mates;
    readonly int[] ring; // the next in a ring, or -1
    readonly int[] from;
    readonly int[] seen;
    readonly long[] nearest;
    readonly Side[] sides;
    readonly List<int> tree = [];
    readonly EventHeap events = new();
    int looks;
    long moved;
    long end;
    int endOne;
    int endOther;

    public Halves(CandidateGraph graph, long raise, long[] prices, int[] mates)
    {
        (this.graph, this.raise, this.prices, this.mates) = (graph, raise, prices, mates);
        var people = graph.People;
        (ring, from, seen, nearest, sides) = (new int[people], new int[people], new int[people], new long[people], new Side[people]);
        Array.Fill(ring, -1);
    }

    public void Make(CancellationToken stop)
    {
        for (var v = 0; v < mates.Length; v++)
        {
            if (mates[v] >= 0 || ring[v] >= 0 || prices[v] == 0) continue;
            stop.ThrowIfCancellationRequested();
            Settle(v);
        }
        for (var v = 0; v < mates.Length; v++)
        {
            if (ring[v] >= 0) LeaveOut(v);
        }
    }

    void Settle(int root)
    {
        events.Clear();
        tree.Clear();
        Array.Fill(nearest, long.MaxValue);
        (moved, end) = (0, long.MaxValue);
        TakeOutside(root);
        while (events.TryTake(end, out var next))
        {
            var u = next.Other;
            if (sides[u] != Side.None) continue;
            moved = next.At;
            (sides[u], prices[u]) = (Side.Inside, prices[u] - moved);
            tree.Add(u);
            TakeOutside(mates[u]);
        }
        foreach (var v in tree) prices[v] += sides[v] == Side.Outside ? -end : end;
        Rematch();
        foreach (var v in tree) sides[v] = Side.None;
    }

    void TakeOutside(int v)
    {
        (sides[v], prices[v]) = (Side.Outside, prices[v] + moved);
        tree.Add(v);
        if (prices[v] < end) (end, endOne, endOther) = (prices[v], v, -1); // without a price nobody minds being left over
        Scan(v, graph.Others(v), graph.Worths(v), prices, sides);
    }

    // Here is where the time goes, mostly in the first call there is.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Scan(int v, ReadOnlySpan<int> others, ReadOnlySpan<int> worths, ReadOnlySpan<long> costs, ReadOnlySpan<Side> where)
    {
        var price = costs[v] - (2 * raise);
        for (var i = 0; i < others.Length; i++)
        {
            var u = others[i];
            var near = price - (2L * worths[i]);
            var at = near + costs[u];
            if (where[u] == Side.Outside) Meet(v, u, at / 2);
            else if (at < end && near < nearest[u] && where[u] == Side.None) Reach(v, u, near);
        }
    }

    void Meet(int v, int u, long at)
    {
        if (at < end) (end, endOne, endOther) = (at, v, u);
    }

    void Reach(int v, int u, long near)
    {
        (nearest[u], from[u]) = (near, v);
        var at = near + prices[u];
        if (mates[u] < 0) (end, endOne, endOther) = (at, v, u);
        else events.Add(new(at, EventKind.Grow, v, u));
    }
}
