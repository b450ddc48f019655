using Leaderful.Circles;
using Leaderful.Data;

namespace Leaderful.Gatherings;

/// <summary>What somebody wants a gathering to be.</summary>
public sealed record GatheringWish(GatheringKind Kind, string Title, GatheringTime? Time)
{
    public string Purpose { get; init; } = "";
    public string Place { get; init; } = "";
    public string Link { get; init; } = "";
    public string Agenda { get; init; } = "";
    public HarvestPlan Harvest { get; init; } = HarvestPlan.None;
}

/// <summary>Who hosts a gathering, and on which rung it is seen.</summary>
public sealed record GatheringHost(Id<Scope> Rung, Id<Circle>? Circle = null);
