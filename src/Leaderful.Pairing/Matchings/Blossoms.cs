namespace Leaderful.Pairing.Matchings;

/// <summary>
/// Who is matched with whom, and the blossoms: rings of an odd number of parts, each part a person or a blossom, matched around
/// but for one, the base. People are 0 to n - 1; blossoms have numbers from n on, which are used again.
/// </summary>
internal sealed partial class Blossoms
{
    const int None = -1;
    readonly int people;
    readonly int[] next;
    readonly int[] first;
    readonly int[] last;
    readonly Stack<int> unused = new();
    readonly Stack<(int Blossom, int Person)> turning = new();

    public Blossoms(int[] mates)
    {
        (Mates, people) = (mates, mates.Length);
        // Blossoms that lie in one another or apart and have three parts or more: fewer than half as many as people.
        var all = people + (people / 2) + 1;
        (next, first, last) = (new int[people], new int[all], new int[all]);
        (Tops, Bases, Parents) = (new int[people], new int[all], new int[all]);
        (Rings, Joints) = (new int[all][], new (int, int)[all][]);
        Array.Fill(next, None);
        Array.Fill(Parents, None);
        for (var b = all - 1; b >= people; b--) unused.Push(b);
        for (var v = 0; v < people; v++) Tops[v] = Bases[v] = first[v] = last[v] = v;
    }

    /// <summary>Whom each person is matched with, or -1.</summary>
    public int[] Mates { get; }

    /// <summary>The outermost blossom each person is in, or they themselves.</summary>
    public int[] Tops { get; }

    /// <summary>The person of each blossom who is not matched within.</summary>
    public int[] Bases { get; }

    /// <summary>The blossom each lies in, or -1.</summary>
    public int[] Parents { get; }

    /// <summary>The parts of each blossom around the ring; the first holds the base. Nothing where there is no such blossom.</summary>
    public int[]?[] Rings { get; }

    /// <summary>Which two people hold each part and the one after it together.</summary>
    public (int Here, int There)[]?[] Joints { get; }

    /// <summary>Everybody in a blossom: a chain, for the chain of a blossom is those of its parts, one after the other.</summary>
    public Members Of(int blossom) => new(next, first[blossom], last[blossom]);

    /// <summary>Makes one of a ring. Whoever calls says what becomes of the prices.</summary>
    public int Close(int[] ring, (int Here, int There)[] joints)
    {
        var made = unused.Pop();
        (Rings[made], Joints[made], Parents[made], Bases[made]) = (ring, joints, None, Bases[ring[0]]);
        (first[made], last[made]) = (first[ring[0]], last[ring[^1]]);
        for (var i = 0; i < ring.Length; i++)
        {
            Parents[ring[i]] = made;
            if (i > 0) next[last[ring[i - 1]]] = first[ring[i]];
        }
        foreach (var v in Of(made)) Tops[v] = made;
        return made;
    }

    /// <summary>Takes an outermost blossom apart.</summary>
    public void Open(int blossom)
    {
        foreach (var part in Rings[blossom]!)
        {
            Parents[part] = None;
            foreach (var v in Of(part)) Tops[v] = part;
        }
        (Rings[blossom], Joints[blossom]) = (null, null);
        unused.Push(blossom);
    }

    public bool IsBlossom(int blossom) => blossom >= people;
}
