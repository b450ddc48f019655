namespace Leaderful.Pairing;

/// <summary>How a round is made.</summary>
public sealed record RoundRules
{
    /// <summary>As many as can be have somebody, nobody makes a third, and what ties is told apart by people's numbers.</summary>
    public static RoundRules Default { get; } = new();

    /// <summary>What counts first; a round of one-to-ones is there for everybody, so: <see cref="MatchingAim.MostPairs"/>.</summary>
    public MatchingAim Aim { get; init; } = MatchingAim.MostPairs;

    /// <summary>
    /// Whether somebody left over joins two who meet, if they may meet both: where the sum of their worths with the two is
    /// greatest. The pairs are made first and stay; nobody joins where somebody has joined. With an even number of people some can be left over,
    /// too, where not all may meet.
    /// </summary>
    public bool ThreeTogether { get; init; }

    /// <summary>
    /// Without one the same people meet in the same way each time. With one, what ties is told apart by a chance that begins
    /// with it: the same for the same seed, on every machine. No worth is lost by it.
    /// </summary>
    public int? Seed { get; init; }
}
