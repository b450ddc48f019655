namespace Leaderful.Yjs;

/// <summary>Where a <see cref="RelativePosition"/> is now.</summary>
/// <param name="Type">The type it is in.</param>
/// <param name="Index">The index in it: UTF-16 units of a text, elements of a list.</param>
public readonly record struct AbsolutePosition(YType Type, long Index);
