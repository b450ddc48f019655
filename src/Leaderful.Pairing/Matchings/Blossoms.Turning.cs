namespace Leaderful.Pairing.Matchings;

internal sealed partial class Blossoms
{
    /// <summary>
    /// Makes somebody the base of the outermost blossom they are in, by matching anew within. A list of what is left to turn and
    /// not a recursion: blossoms may lie in one another half as deep as there are people.
    /// </summary>
    public void Turn(int person)
    {
        turning.Push((Tops[person], person));
        while (turning.TryPop(out var turn))
        {
            for (var part = turn.Person; part != turn.Blossom; part = Parents[part])
            {
                TurnRing(Parents[part], part);
                Bases[Parents[part]] = turn.Person;
            }
        }
    }

    /// <summary>
    /// The joints with odd places are matched, so the part at place j can do without whoever it is matched with if the even
    /// ones are matched instead, on whichever side of it there is an even number of parts to the first.
    /// </summary>
    void TurnRing(int blossom, int part)
    {
        var (ring, joints) = (Rings[blossom]!, Joints[blossom]!);
        var place = Array.IndexOf(ring, part);
        var (from, to) = place % 2 == 0 ? (0, place) : (place + 1, ring.Length);
        for (var i = from; i < to; i += 2) Match(blossom, joints[i]);
        Rotate(ring, place);
        Rotate(joints, place);
    }

    void Match(int blossom, (int Here, int There) joint)
    {
        (Mates[joint.Here], Mates[joint.There]) = (joint.There, joint.Here);
        turning.Push((PartWith(blossom, joint.Here), joint.Here));
        turning.Push((PartWith(blossom, joint.There), joint.There));
    }

    int PartWith(int blossom, int person)
    {
        var part = person;
        while (Parents[part] != blossom) part = Parents[part];
        return part;
    }

    static void Rotate<T>(T[] ring, int places)
    {
        if (places == 0) return;
        ring.AsSpan(0, places).Reverse();
        ring.AsSpan(places).Reverse();
        ring.AsSpan().Reverse();
    }
}
