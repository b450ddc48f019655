namespace Leaderful.Pairing.Matchings;

internal sealed partial class Halves
{
    /// <summary>The tree has come to somebody without a price, to two who meet, to somebody left over or to a ring.</summary>
    void Rematch()
    {
        if (endOther < 0) Augment(endOne, -1);
        else if (sides[endOther] == Side.Outside) Halve(endOne, endOther);
        else
        {
            if (ring[endOther] >= 0) LeaveOut(endOther);
            mates[endOther] = endOne;
            Augment(endOne, endOther);
        }
    }

    /// <summary>From somebody outside up to the root: whoever was matched is matched the other way.</summary>
    void Augment(int person, int partner)
    {
        while (true)
        {
            var freed = mates[person];
            mates[person] = partner;
            if (freed < 0) return;
            mates[freed] = from[freed];
            (person, partner) = (from[freed], freed);
        }
    }

    /// <summary>The way through the tree between two who meet becomes a ring; its topmost person is let go by the tree.</summary>
    void Halve(int one, int other)
    {
        var top = Meeting(one, other);
        List<int> around = [.. Climb(one, top)];
        around.Reverse();
        around.AddRange(Climb(other, top));
        around.Add(top);
        Augment(top, -1);
        for (var i = 0; i < around.Count; i++)
        {
            ring[around[i]] = around[(i + 1) % around.Count];
            mates[around[i]] = -1;
        }
    }

    IEnumerable<int> Climb(int person, int top)
    {
        while (person != top)
        {
            yield return person;
            yield return mates[person];
            person = from[mates[person]];
        }
    }

    int Meeting(int one, int other) => Climbing.Meeting(one, other, seen, ++looks, person => mates[person] < 0 ? -1 : from[mates[person]]);

    /// <summary>A ring without one person is an even number of neighbours, matched wholly.</summary>
    void LeaveOut(int person)
    {
        var v = ring[person];
        ring[person] = -1;
        while (v != person)
        {
            var u = ring[v];
            (mates[v], mates[u]) = (u, v);
            (v, ring[v], ring[u]) = (ring[u], -1, -1);
        }
    }
}
