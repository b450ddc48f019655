namespace Leaderful.Yjs;

/// <summary>A run of a text with the same formats, or one embed.</summary>
/// <param name="Text">What it says; null for an embed.</param>
/// <param name="Embed">A value, or a <see cref="YType"/>; null for text.</param>
/// <param name="Formats">The formats by key, such as <c>bold</c>; empty if there are none.</param>
public sealed record YTextRun(string? Text, object? Embed, IReadOnlyDictionary<string, object?> Formats);
