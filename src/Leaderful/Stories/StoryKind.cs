namespace Leaderful.Stories;

/// <summary>Whose story it is: what moved somebody, what is asked of all at this moment, and what people went through together.</summary>
public enum StoryKind { Self, Now, Us }
