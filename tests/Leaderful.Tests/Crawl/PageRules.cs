using System.Net;
using AngleSharp.Dom;

namespace Leaderful.Tests.Crawl;

/// <summary>What is true of every page, whoever looks.</summary>
public static class PageRules
{
    public static IEnumerable<string> Broken(Screen screen, bool missing)
    {
        var page = screen.Page;
        if (screen.Status != (missing ? HttpStatusCode.NotFound : HttpStatusCode.OK)) yield return $"answers {(int)screen.Status}";
        if (string.IsNullOrWhiteSpace(page.Title)) yield return "has no title";
        if (page.QuerySelectorAll("h1").Length != 1) yield return $"has {page.QuerySelectorAll("h1").Length} first headings";
        if (page.QuerySelectorAll("main").Length != 1) yield return "has no main part";
        if (page.QuerySelector("a[href]") is null) yield return "has no way back";
        if (page.DocumentElement.GetAttribute("lang") is not { Length: > 0 }) yield return "has no language";
        if (page.QuerySelectorAll("main .act.main").Count(a => a.Closest("[data-sample]") is null) > 1) yield return "has more than one filled button";
        foreach (var twice in page.QuerySelectorAll("[id]").GroupBy(e => e.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
            yield return $"has the id '{twice.Key}' twice";
        foreach (var form in page.QuerySelectorAll("form").Where(f => !f.HasAttribute("action")))
            yield return $"has a form that names no action: {form.OuterHtml[..Math.Min(80, form.OuterHtml.Length)]}";
        foreach (var field in page.QuerySelectorAll("input:not([type=hidden]), textarea, select").Where(f => !IsNamed(f)))
            yield return $"has a field without a label: {field.OuterHtml}";
        foreach (var script in page.QuerySelectorAll("script:not([nonce]), style:not([nonce])"))
            yield return $"has a script or style without a nonce: {script.OuterHtml[..Math.Min(80, script.OuterHtml.Length)]}";
        foreach (var handler in page.All.Where(e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal))))
            yield return $"has a handler in its markup: {handler.OuterHtml}";
        foreach (var picture in page.QuerySelectorAll("img:not([alt])"))
            yield return $"has a picture without words: {picture.OuterHtml}";
        foreach (var broken in page.QuerySelectorAll("[aria-describedby]").Where(e => e.GetAttribute("aria-describedby")!.Split(' ').Any(id => page.GetElementById(id) is null)))
            yield return $"describes a field by something that is not there: {broken.OuterHtml}";
    }

    private static bool IsNamed(IElement field) =>
        field.HasAttribute("aria-label") || field.Closest("label") is not null
        || (field.Id is { Length: > 0 } id && field.Owner!.QuerySelector($"label[for='{id}']") is not null);
}
