namespace Leaderful.Gatherings;

/// <summary>What is to be kept of a gathering, how, for whom, and by when.</summary>
public sealed record HarvestPlan(string What, string How, string ForWhom, DateOnly? By)
{
    public const int Longest = 200;

    public static readonly HarvestPlan None = new("", "", "", null);

    public bool IsEmpty => this == None;
}
