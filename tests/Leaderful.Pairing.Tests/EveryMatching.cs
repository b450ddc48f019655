namespace Leaderful.Pairing.Tests;

/// <summary>The best there is, by trying them all: who is in is a set of bits, and the lowest of them meets nobody or any other.</summary>
internal static class EveryMatching
{
    public static (int Pairs, long Worth) Best(People people, MatchingAim aim)
    {
        var best = new (int Pairs, long Worth)[1 << people.Count];
        for (var set = 1; set < best.Length; set++)
        {
            var one = int.TrailingZeroCount(set);
            var rest = set & (set - 1);
            best[set] = best[rest];
            for (var other = one + 1; other < people.Count; other++)
            {
                if ((rest >> other & 1) == 0 || !people.Worth.TryGetValue((one, other), out var worth)) continue;
                var (pairs, sum) = best[rest & ~(1 << other)];
                best[set] = Better(best[set], (pairs + 1, sum + worth), aim);
            }
        }
        return best[^1];
    }

    static (int Pairs, long Worth) Better((int Pairs, long Worth) a, (int Pairs, long Worth) b, MatchingAim aim) =>
        aim == MatchingAim.MostPairs && a.Pairs != b.Pairs ? (a.Pairs > b.Pairs ? a : b) : a.Worth >= b.Worth ? a : b;
}
