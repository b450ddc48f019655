namespace Leaderful.Pairing.Matchings;

/// <summary>
/// Edmonds' method. Two people's slack is the sum of their prices, and twice that of each blossom holding both, less what they
/// count, doubled. No slack is ever below nothing; whoever is matched, and the joints of blossoms, have none. A best matching is found
/// once nobody left over has a price. For each who has, a tree is grown of candidates without slack, outer and inner in turns;
/// moving its prices by a step (outer ones down, inner ones up) keeps all that and makes new candidates slackless.
/// </summary>
/// <remarks>
/// The tree's prices are not moved one by one: an outer price is kept as it would be at the tree's beginning, had it been outer
/// since, and stands for itself less <see cref="moved"/>; an inner one the other way round. So when something becomes possible
/// can be said once and for all, and goes into a heap. Along a tree all prices are odd or all are even, so half of a slack between two
/// outer people is whole.
/// </remarks>
internal sealed partial class Search
{
    readonly CandidateGraph graph;
    readonly long raise;
    readonly Blossoms blossoms;
    readonly long[] prices;
    readonly Side[] sides;

    // The one search for whoever is left over: how far prices moved, what comes, and where it would end.
    readonly EventHeap events = new();
    readonly long[] nearest;
    readonly int[] nearestFrom;
    readonly int[] outside;
    readonly int[] inside;
    readonly int[] seen;
    long moved;
    long end;
    int endOutside;
    int endInside;

    public Search(CandidateGraph graph, long raise, long[] prices, int[] mates)
    {
        (this.graph, this.raise, blossoms) = (graph, raise, new Blossoms(mates));
        var all = blossoms.Parents.Length;
        (this.prices, outside, inside, seen) = (new long[all], new int[all], new int[all], new int[all]);
        prices.CopyTo(this.prices, 0);
        (sides, nearest, nearestFrom) = (new Side[all], new long[graph.People], new int[graph.People]);
    }

    public Matching Find(CancellationToken stop)
    {
        for (var v = 0; v < graph.People; v++)
        {
            if (blossoms.Mates[v] >= 0 || prices[v] == 0) continue;
            stop.ThrowIfCancellationRequested();
            Settle(v);
        }
        return new Outcome(graph, blossoms, prices, raise).Matching();
    }

    /// <summary>Finds somebody for whoever is left over, or leaves somebody else over for whom that is no loss.</summary>
    void Settle(int root)
    {
        events.Clear();
        Array.Fill(nearest, long.MaxValue);
        (moved, end) = (0, long.MaxValue);
        TakeOutside(blossoms.Tops[root]);
        Scan(blossoms.Tops[root]);
        while (events.TryTake(end, out var next))
        {
            moved = next.At;
            Happen(next);
        }
        moved = end;
        Augment(endOutside, endInside);
        LetGo();
    }

    void Happen(in Event next)
    {
        switch (next.Kind)
        {
            case EventKind.Grow when sides[next.Other] == Side.None && nearest[next.Other] + prices[next.Other] == next.At:
                Grow(nearestFrom[next.Other], next.Other);
                break;
            case EventKind.Join:
                if (blossoms.Tops[next.One] != blossoms.Tops[next.Other]) Join(next.One, next.Other);
                Await(next.One);
                break;
            case EventKind.Open when sides[next.One] == Side.Inside:
                Open(next.One);
                break;
            default: break; // what was overtaken
        }
    }

    /// <summary>Along the tree, from somebody outside up to its root: whoever was matched is matched the other way.</summary>
    void Augment(int person, int partner)
    {
        if (partner >= 0)
        {
            blossoms.Turn(partner);
            blossoms.Mates[partner] = person;
        }
        while (true)
        {
            var freed = blossoms.Mates[blossoms.Bases[blossoms.Tops[person]]];
            blossoms.Turn(person);
            blossoms.Mates[person] = partner;
            if (freed < 0) return;
            var above = blossoms.Tops[freed];
            partner = inside[above];
            person = outside[above];
            blossoms.Turn(partner);
            blossoms.Mates[partner] = person;
        }
    }

    /// <summary>The tree is no more; prices are as they have become.</summary>
    void LetGo()
    {
        for (var v = 0; v < graph.People; v++)
        {
            if (sides[v] == Side.None) continue;
            prices[v] += sides[v] == Side.Outside ? -moved : moved;
            sides[v] = Side.None;
        }
        for (var b = graph.People; b < sides.Length; b++)
        {
            if (sides[b] != Side.None) TakeOut(b);
        }
    }
}
