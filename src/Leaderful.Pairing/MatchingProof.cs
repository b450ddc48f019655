namespace Leaderful.Pairing;

/// <summary>
/// Prices that no candidate is worth more than, and that add up to what the matching is worth: so none can be worth more. Whoever
/// doubts a matching checks these four lines, and needs to know nothing of how it was found.
/// </summary>
/// <remarks>
/// Here a candidate is worth its own worth and <see cref="Raise"/>; w stands for that sum, doubled. (1) No price of a person or
/// a group is less than nothing. (2) For each candidate the prices of both people, with twice the price of each group that holds
/// both, are at least w. (3) A group has an odd number of members. (4) All prices of people, with each group's price times one
/// less than its members, add up to the sum of w over all pairs. (The dual of Edmonds' linear programme, doubled to stay
/// whole; Galil 1986.)
/// </remarks>
public sealed class MatchingProof
{
    internal MatchingProof(long raise, long[] people, IReadOnlyList<OddGroup> groups) => (Raise, People, Groups) = (raise, people, groups);

    /// <summary>
    /// What each candidate counts in addition to its worth: nothing for <see cref="MatchingAim.MostWorth"/>; for
    /// <see cref="MatchingAim.MostPairs"/> so much that one more pair outweighs all worths together.
    /// </summary>
    public long Raise { get; }

    /// <summary>Each person's price, by their number, in halves of a worth.</summary>
    public IReadOnlyList<long> People { get; }

    /// <summary>The groups that have a price. Of two that share somebody, one holds the other.</summary>
    public IReadOnlyList<OddGroup> Groups { get; }
}
