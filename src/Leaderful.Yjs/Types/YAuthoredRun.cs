namespace Leaderful.Yjs;

/// <summary>A run of a text that one client wrote.</summary>
/// <param name="Client">The client's id.</param>
/// <param name="Clock">The clock of its first element.</param>
/// <param name="Index">Where in the text it begins, in UTF-16 units; an embed counts as one.</param>
/// <param name="Text">What it says; U+FFFC stands for an embed.</param>
public readonly record struct YAuthoredRun(long Client, long Clock, long Index, string Text);
