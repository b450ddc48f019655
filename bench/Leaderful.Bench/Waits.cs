namespace Leaderful.Bench;

public static class Waits
{
    /// <summary>The wait that a share of all stayed below, of waits in their order.</summary>
    public static double At(IReadOnlyList<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
