namespace Leaderful.Shared.Markdown;

/// <summary>
/// Foreign HTML in, safe HTML out. Nothing is ever deleted from what came in: the result is written anew, from the
/// elements and attributes that we know, by a writer that cannot write others.
/// </summary>
public static class HtmlAllowList
{
    /// <summary>Raises with every change of the rules.</summary>
    public const int Version = AllowedElements.Version;

    public static SafeHtml Rebuild(string html, HtmlLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        limits ??= HtmlLimits.Post;
        var cut = html.Length > limits.MaxInput;
        if (cut) html = html[..limits.MaxInput];
        var writer = new SafeHtmlWriter(limits, html.Length);
        var finished = new HtmlRebuilder(writer, limits).Run(html);
        return new SafeHtml(writer.Finish(), Version, cut || !finished || writer.Trimmed);
    }
}
