namespace Leaderful.Pairing;

/// <summary>An odd number of people of whom one has to do without the others, whichever pairs are made (Edmonds' blossom).</summary>
/// <param name="Members">Their numbers, in no particular order.</param>
/// <param name="Price">Its price, more than nothing, in worths; in <see cref="MatchingProof"/> it counts twice for a pair within.</param>
public sealed record OddGroup(IReadOnlyList<int> Members, long Price);
