using System.Text;
using System.Text.Encodings.Web;
using Leaderful.Data;
using Leaderful.Pages.Together;
using Leaderful.Shared.Web;

namespace Leaderful.Pages;

/// <summary>A page as a file of one's own.</summary>
public static class PageExport
{
    public static void MapPageExport(this RouteGroupBuilder pages)
    {
        pages.MapGet("/{id}/markdown", Markdown);
        pages.MapGet("/{id}/html", Html);
    }

    private static async Task<IResult> Markdown(Id<Page> id, Viewer viewer, Db db) =>
        await PageAccess.ForReading(db, viewer, id) is { } page
            ? File($"# {page.Title}\n\n{PageText.Markdown(await db.Written(id))}", "text/markdown", page, "md") : Results.NotFound();

    private static async Task<IResult> Html(Id<Page> id, Viewer viewer, Db db)
    {
        if (await PageAccess.ForReading(db, viewer, id) is not { } page) return Results.NotFound();
        var title = HtmlEncoder.Default.Encode(page.Title);
        return File(
            $"<!doctype html>\n<html lang=\"{viewer.Words.Language}\"><head><meta charset=\"utf-8\"><title>{title}</title></head>\n<body>\n<h1>{title}</h1>\n{await db.PageHtml(page)}\n</body></html>\n",
            "text/html", page, "html");
    }

    private static IResult File(string text, string type, PageHead page, string ending) => Results.File(Encoding.UTF8.GetBytes(text), $"{type}; charset=utf-8", $"{NameOf(page.Title)}.{ending}");

    /// <summary>What no system of files takes amiss.</summary>
    private static string NameOf(string title)
    {
        var name = string.Concat(title.Select(c => char.IsLetterOrDigit(c) || c is ' ' or '-' ? c : '-')).Trim(' ', '-');
        return name.Length > 0 ? name : "page";
    }
}
