namespace Leaderful.Pairing;

/// <summary>What is best: the most worth, or that as many as can be have somebody.</summary>
public enum MatchingAim
{
    /// <summary>The greatest sum of worths, however many pairs that takes. No pair is made that is worth less than nothing.</summary>
    MostWorth,

    /// <summary>As many pairs as there can be, and among all such matchings one with the greatest sum of worths.</summary>
    MostPairs,
}
