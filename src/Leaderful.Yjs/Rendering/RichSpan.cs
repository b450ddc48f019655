namespace Leaderful.Yjs;

/// <summary>A run of text with the same marks.</summary>
internal sealed record RichSpan(string Text, IReadOnlyList<RichMark> Marks);
