using Leaderful.Files;
using Leaderful.Following;
using Leaderful.Linking;
using Leaderful.Search;
using Leaderful.Shared.Markdown;

namespace Leaderful.Conversations;

/// <summary>What somebody wrote, with how it is read: made before the write, so that the one writer does not wait for it.</summary>
public sealed record Said(string Text, string Html, int Sanitizer)
{
    /// <summary>What comes along; its bytes are kept already.</summary>
    public IReadOnlyList<KeptFile> Files { get; init; } = [];

    /// <summary>Whom it speaks to by name.</summary>
    public IReadOnlyList<Called> Called { get; init; } = [];

    /// <summary>The words it is found by.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>What of this instance it leads to.</summary>
    public IReadOnlyList<LinkTarget> Links { get; init; } = [];

    /// <param name="origin">Where this instance is read, so that its whole address is known for its own.</param>
    /// <param name="called">Whom it may call; those it does call are kept with it.</param>
    public static Said Of(string text, string? origin = null, IReadOnlyList<Called>? called = null)
    {
        var safe = MarkdownText.ToHtml(text, names: called?.Where(c => c.Name.Length > 0).ToDictionary(c => c.Name, c => c.Address));
        return new Said(text, safe.Html, safe.Version)
        {
            Words = SearchWords.Of(Open(safe.Html)), Links = LinkTarget.In(text, safe.Html, origin),
            Called = called is { Count: > 0 } ? [.. called.Where(c => safe.Html.Contains($"href=\"{c.Address}\"", StringComparison.Ordinal))] : [],
        };
    }

    /// <summary>The beginning of what was said, without its markup, and without what it answers where there is anything else.</summary>
    public static string Excerpt(string html, int length)
    {
        var own = PlainText.FromHtml(Without(Without(html, "details"), "blockquote"));
        return PlainText.Excerpt(string.IsNullOrWhiteSpace(own) ? PlainText.FromHtml(html) : own, length);
    }

    /// <summary>What was said, without its markup and without what is folded away, such as the quotes and signatures of mails.</summary>
    public static string Open(string html)
    {
        var open = PlainText.FromHtml(Without(html, "details"));
        return string.IsNullOrWhiteSpace(open) ? PlainText.FromHtml(html) : open;
    }

    /// <summary>The markup is our own, so its elements are closed, unless only the beginning was read.</summary>
    private static string Without(string html, string element)
    {
        for (var at = html.LastIndexOf($"<{element}", StringComparison.Ordinal); at >= 0; at = html.LastIndexOf($"<{element}", StringComparison.Ordinal))
        {
            var end = html.IndexOf($"</{element}>", at, StringComparison.Ordinal);
            html = end < 0 ? html[..at] : html.Remove(at, end + element.Length + 3 - at);
        }
        return html;
    }
}
