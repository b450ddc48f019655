namespace Leaderful.Mime;

/// <summary>The text of a mail in the form that serves readers best.</summary>
/// <param name="Text">The text; line feeds only if plain.</param>
/// <param name="IsHtml">Whether it is HTML, which must be sanitised before it is shown.</param>
public readonly record struct BestText(string Text, bool IsHtml);
