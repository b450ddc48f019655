namespace Leaderful.Yjs;

/// <summary>What a client tells of itself for as long as it is here.</summary>
/// <param name="Client">The client's id.</param>
/// <param name="Clock">How often it has told something; the higher wins.</param>
/// <param name="Json">What it tells, as JSON; null for one that is gone.</param>
public readonly record struct AwarenessState(long Client, long Clock, string? Json);
