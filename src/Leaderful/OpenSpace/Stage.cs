namespace Leaderful.OpenSpace;

/// <summary>How far an Open Space has come.</summary>
public enum Stage { Draft, Invited, Open, Running, ActionSpace, Closed, Debriefed, FollowedUp }
