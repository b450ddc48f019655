namespace Leaderful.Pairing.Matchings;

/// <summary>Two ways up one tree.</summary>
static class Climbing
{
    /// <summary>
    /// Where they meet. Both are climbed in turns, so that no more is climbed than the ring they make is long. What was seen in this look
    /// is marked with its number, which is another one each time; above a root is -1.
    /// </summary>
    public static int Meeting(int one, int other, int[] seen, int look, Func<int, int> above)
    {
        while (true)
        {
            if (one >= 0)
            {
                if (seen[one] == look) return one;
                seen[one] = look;
                one = above(one);
            }
            (one, other) = (other, one);
        }
    }
}
