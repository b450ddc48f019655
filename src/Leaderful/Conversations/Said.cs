using Leaderful.Shared.Markdown;

namespace Leaderful.Conversations;

/// <summary>What somebody wrote, with how it is read: made before the write, so that the one writer does not wait for it.</summary>
public sealed record Said(string Text, string Html, int Sanitizer)
{
    public static Said Of(string text)
    {
        var safe = MarkdownText.ToHtml(text);
        return new Said(text, safe.Html, safe.Version);
    }

    /// <summary>The beginning of what was said, without its markup, from the beginning of how it is read.</summary>
    public static string Excerpt(string html, int length) => PlainText.Excerpt(PlainText.FromHtml(html), length);
}
