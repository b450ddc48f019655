using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Initiatives;

namespace Leaderful.OneToOnes;

/// <summary>What somebody wants a one-to-one to be: whom they meet, and when; the rest may be open.</summary>
public sealed record OneToOneWish(Id<Actor>? With, string Name, GatheringTime Time)
{
    public OneToOneKind Kind { get; init; }
    public Id<Initiative>? Initiative { get; init; }
    public string Purpose { get; init; } = "";
    public string Place { get; init; } = "";
}
