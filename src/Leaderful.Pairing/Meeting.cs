namespace Leaderful.Pairing;

/// <summary>Two who meet in a round, or three.</summary>
/// <param name="One">The one of the pair with the lower number.</param>
/// <param name="Other">The other.</param>
/// <param name="Joining">Who joins the two, if somebody does; their number may be any.</param>
/// <param name="Worth">What the pair is worth, and with a third what that one and each of the two are worth.</param>
public sealed record Meeting(int One, int Other, int? Joining, long Worth)
{
    /// <summary>Everybody in it: two or three.</summary>
    public IReadOnlyList<int> People => Joining is { } third ? [One, Other, third] : [One, Other];
}
