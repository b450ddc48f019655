namespace Leaderful.Shared.Markdown;

/// <summary>Counts instead of looking at the clock, so that the same edit always looks the same.</summary>
internal sealed class WorkBudget(int steps)
{
    private int _left = steps;

    public bool Spend(int steps) => (_left -= Math.Min(steps, _left)) > 0;
}
