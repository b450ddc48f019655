namespace Leaderful.OpenSpace;

/// <summary>How far an Open Space has come.</summary>
public enum Stage { Draft, Invited, Open, Running, ActionSpace, Closed, Debriefed, FollowedUp }

/// <summary>Stages that have something in common. A database keeps them by their names and knows no order, so it is asked for them one by one.</summary>
public static class Stages
{
    /// <summary>In these everybody who takes part puts up topics.</summary>
    public static readonly IReadOnlyList<Stage> Posting = [Stage.Open, Stage.Running, Stage.ActionSpace];

    public static readonly IReadOnlyList<Stage> UntilClose = [.. Enum.GetValues<Stage>().Where(s => s < Stage.Closed)];
    public static readonly IReadOnlyList<Stage> FromClose = [.. Enum.GetValues<Stage>().Where(s => s >= Stage.Closed)];
}
