namespace Leaderful.Yjs;

/// <summary>How a thing that lives elsewhere is shown within a page.</summary>
/// <param name="Text">What it is called.</param>
/// <param name="Address">Where it is, if it can be gone to.</param>
public sealed record RichThing(string Text, string? Address = null);
