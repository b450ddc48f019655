namespace Leaderful.Mime;

/// <summary>The outcome of reading one line: mostly nothing, or the mail that the line ended.</summary>
internal readonly record struct MboxStep(MboxItem? Item);
