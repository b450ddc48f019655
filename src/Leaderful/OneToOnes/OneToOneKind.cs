namespace Leaderful.OneToOnes;

/// <summary>What somebody hopes a one-to-one begins: to meet at all, to win somebody over, to keep what there is, or that they take on more.</summary>
public enum OneToOneKind { Meet, Recruit, Maintain, StepUp }
