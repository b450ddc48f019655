namespace Leaderful.Mime;

/// <summary>Where a uuencoded block lies in a text, in bytes: from its <c>begin</c> line to after its <c>end</c> line.</summary>
internal readonly record struct UuBlock(int Start, int DataStart, int DataEnd, int End, string FileName);
