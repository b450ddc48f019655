namespace Leaderful.Pairing.Matchings;

/// <summary>Where in the tree: an even or an odd number of steps from the root, or not in it.</summary>
internal enum Side : byte
{
    None,
    Outside,
    Inside,
}
