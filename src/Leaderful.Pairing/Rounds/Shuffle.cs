namespace Leaderful.Pairing.Rounds;

/// <summary>
/// An order by chance that is the same everywhere for the same seed: SplitMix64 (Steele, Lea and Flood, "Fast splittable
/// pseudorandom number generators", OOPSLA 2014) and Fisher and Yates' shuffle. The framework does not promise that its own stays.
/// </summary>
internal sealed class Shuffle(int seed)
{
    ulong state = (ulong)seed;

    public int[] Order(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        for (var left = count; left > 1; left--)
        {
            var drawn = (int)Math.BigMul(Next(), (ulong)left, out _);
            (order[left - 1], order[drawn]) = (order[drawn], order[left - 1]);
        }
        return order;
    }

    ulong Next()
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
