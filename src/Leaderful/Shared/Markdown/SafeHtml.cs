namespace Leaderful.Shared.Markdown;

/// <summary>HTML that may be shown as it is, because we wrote every character of it.</summary>
/// <param name="Html">The rebuilt fragment; empty when nothing was left to show.</param>
/// <param name="Version">Which rules wrote it. Kept beside the HTML, so that older rows can be found and rebuilt.</param>
/// <param name="Trimmed">A cap struck: something was cut, flattened to text or left out.</param>
public sealed record SafeHtml(string Html, int Version, bool Trimmed);
