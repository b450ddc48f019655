namespace Leaderful.Pairing.Matchings;

internal sealed partial class Search
{
    int looks;

    /// <summary>Two outer people without slack: what lies between them in the tree is an odd ring, and becomes one outer blossom.</summary>
    void Join(int one, int other)
    {
        var meeting = Meeting(blossoms.Tops[one], blossoms.Tops[other]);
        List<int> ring = [meeting];
        List<(int, int)> joints = [];
        Climb(one, meeting, ring, joints);
        ring.Reverse(1, ring.Count - 1);
        joints.Reverse();
        for (var i = 0; i < joints.Count; i++) joints[i] = (joints[i].Item2, joints[i].Item1);
        joints.Add((one, other));
        Climb(other, meeting, ring, joints);
        Close([.. ring], [.. joints]);
    }

    /// <summary>The parts from somebody up to where both ways meet, that one left out, and what holds each to the next.</summary>
    void Climb(int person, int meeting, List<int> ring, List<(int, int)> joints)
    {
        for (var part = blossoms.Tops[person]; part != meeting;)
        {
            var freed = blossoms.Mates[blossoms.Bases[part]];
            var above = blossoms.Tops[freed];
            ring.Add(part);
            ring.Add(above);
            joints.Add((blossoms.Bases[part], freed));
            joints.Add((inside[above], outside[above]));
            part = blossoms.Tops[outside[above]];
        }
    }

    int Meeting(int one, int other) => Climbing.Meeting(one, other, seen, ++looks, Above);

    int Above(int part)
    {
        var freed = blossoms.Mates[blossoms.Bases[part]];
        return freed < 0 ? -1 : blossoms.Tops[outside[blossoms.Tops[freed]]];
    }

    void Close(int[] ring, (int, int)[] joints)
    {
        List<int> come = [];
        foreach (var part in ring)
        {
            if (sides[part] == Side.Inside)
            {
                foreach (var v in blossoms.Of(part))
                {
                    (sides[v], prices[v]) = (Side.Outside, prices[v] + (2 * moved));
                    come.Add(v);
                }
            }
            if (blossoms.IsBlossom(part)) TakeOut(part);
        }
        var made = blossoms.Close(ring, joints);
        (sides[made], prices[made]) = (Side.Outside, -moved);
        foreach (var v in come) ScanPerson(v);
    }

    /// <summary>
    /// An inner blossom without a price is none any more. The way through it stays in the tree; of what lies beside the way
    /// everybody is matched with a neighbour.
    /// </summary>
    void Open(int blossom)
    {
        var (ring, joints) = (blossoms.Rings[blossom]!, blossoms.Joints[blossom]!);
        foreach (var v in blossoms.Of(blossom)) (sides[v], prices[v]) = (Side.None, prices[v] + moved);
        (sides[blossom], prices[blossom]) = (Side.None, 0);
        blossoms.Open(blossom);
        var (from, to) = (outside[blossom], inside[blossom]);
        var place = Array.IndexOf(ring, blossoms.Tops[to]);
        TakeInside(ring[place], from, to);
        List<int> come = [];
        while (place != 0)
        {
            // Down or up the ring, whichever begins with a match: it leads out, the joint after it in again.
            var down = place % 2 == 0;
            come.Add(ring[down ? place - 1 : place + 1]);
            TakeOutside(come[^1]);
            var (here, there) = joints[down ? place - 2 : place + 1];
            place = down ? place - 2 : (place + 2) % ring.Length;
            TakeInside(ring[place], down ? there : here, down ? here : there);
        }
        foreach (var part in come) Scan(part);
        ExpectAll(ring);
    }

    void ExpectAll(int[] ring)
    {
        foreach (var part in ring)
        {
            foreach (var v in blossoms.Of(part))
            {
                if (sides[v] == Side.None) Expect(v);
            }
        }
    }
}
