using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Leaderful.Shared.Markdown;
using Xunit;

namespace Leaderful.Tests.Shared.Markdown;

/// <summary>What must hold for every piece of HTML we ever show, checked with a whole parser, not with our own code.</summary>
internal static class SafetyLaw
{
    private static readonly Dictionary<string, string[]> Allowed = Table();

    public static void Holds(string html)
    {
        var body = new HtmlParser().ParseDocument($"<!doctype html><body>{html}</body>").Body!;
        foreach (var element in body.QuerySelectorAll("*")) Check(element, html);
        Assert.DoesNotContain(body.Descendants<IComment>(), _ => true);

        // The parser builds the very tree that was written: nothing moved, closed or opened by itself
        Assert.Equal(html, Serialise(body));
    }

    /// <summary>The above, and: rebuilding what was rebuilt changes nothing.</summary>
    public static void HoldsAndIsStable(SafeHtml result)
    {
        Holds(result.Html);
        Assert.Equal(result.Html, HtmlAllowList.Rebuild(result.Html, HtmlLimits.Mail).Html);
    }

    private static void Check(IElement element, string html)
    {
        Assert.True(Allowed.TryGetValue(element.LocalName, out var attributes), $"<{element.LocalName}> in {html}");
        Assert.Equal("http://www.w3.org/1999/xhtml", element.NamespaceUri);
        foreach (var attribute in element.Attributes)
            Assert.True(attributes.Contains(attribute.Name), $"{element.LocalName}[{attribute.Name}] in {html}");
        if (element.GetAttribute("href") is { } href) Assert.True(IsFine(href), $"{href} in {html}");
        if (element.GetAttribute("src") is { } src) Assert.StartsWith("/files/", src, StringComparison.Ordinal);
        if (element.GetAttribute("dir") is { } dir) Assert.Equal("auto", dir);
        if (element.GetAttribute("class") is { } name) Assert.Matches("^(language-[A-Za-z0-9_+#.-]+|align-(left|center|right))$", name);
        if (element is AngleSharp.Html.Dom.IHtmlInputElement box) Assert.True(box.IsDisabled, html);
    }

    private static bool IsFine(string href)
    {
        if (href is ['/'] or ['/', not ('/' or '\\'), ..]) return !href.Any(char.IsControl);
        return Uri.TryCreate(href, UriKind.Absolute, out var uri)
            ? uri.Scheme is "http" or "https" or "mailto"
            : new[] { "http://", "https://", "mailto:" }.Any(scheme => href.StartsWith(scheme, true, CultureInfo.InvariantCulture));
    }

    private static string Serialise(IElement body) => body.InnerHtml
        .Replace("&nbsp;", "\u00A0", StringComparison.Ordinal)
        .Replace(" disabled=\"\"", " disabled", StringComparison.Ordinal)
        .Replace(" checked=\"\"", " checked", StringComparison.Ordinal);

    private static Dictionary<string, string[]> Table()
    {
        var table = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["a"] = ["href", "title", "rel"],
            ["abbr"] = ["title"],
            ["code"] = ["class"],
            ["img"] = ["src", "alt", "loading"],
            ["input"] = ["type", "disabled", "checked", "aria-label"],
            ["ol"] = ["start"],
            ["td"] = ["class", "dir"],
            ["th"] = ["class", "dir"],
        };
        foreach (var name in "p li blockquote h3 h4 h5 h6 summary".Split(' ')) table[name] = ["dir"];
        foreach (var name in "br hr pre em strong del s ins sub sup kbd ul table thead tbody tr details cite q".Split(' ')) table[name] = [];
        return table;
    }
}
