using System.Diagnostics.CodeAnalysis;

namespace Leaderful.Shared.Markdown;

/// <summary>What people write, as safe HTML. Rendered once, when written.</summary>
public static class MarkdownText
{
    /// <summary>In characters. Ask <see cref="Fits"/> beside the field, so that nobody's text is cut unasked.</summary>
    public const int MaxLength = 64 * 1024;

    public static bool Fits(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= MaxLength;
    }

    /// <summary>
    /// Never throws and never loses a text. Of <paramref name="names"/>, whom "@" and a name calls, each leads to its address;
    /// what is too deep, too wide or too slow is shown as plain paragraphs.
    /// </summary>
    public static SafeHtml ToHtml(string text, HtmlLimits? limits = null, IReadOnlyDictionary<string, string>? names = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        limits ??= HtmlLimits.Post;
        if (text.Length > MaxLength || Render(text, limits, names) is not { } rendered)
            return PlainText.ToHtml(text, limits) with { Trimmed = true };

        // Markdig's own output is ours already; only a text's share of it was the reader's to cap
        var html = HtmlAllowList.Rebuild(rendered, limits with { MaxInput = int.MaxValue });
        if (html.Html.Length > HtmlLimits.MaxOutput(text.Length)) return PlainText.ToHtml(text, limits) with { Trimmed = true };
        return html.Html.Length == 0 ? PlainText.ToHtml(text, limits) : html;
    }

    [SuppressMessage("Design", "CA1031", Justification = "A fault of the parser on one text must not lose that text.")]
    private static string? Render(string text, HtmlLimits limits, IReadOnlyDictionary<string, string>? names)
    {
        if (!MarkdownShape.IsReasonable(text)) return null;
        try
        {
            using var output = new CappedWriter(HtmlLimits.MaxOutput(text.Length));
            Markdig.Markdown.ToHtml(text, output, MarkdownRules.Pipeline, new DeadlineContext(limits.MaxTime, names));
            return output.ToString();
        }
        catch (Exception)
        {
            return null;
        }
    }
}
