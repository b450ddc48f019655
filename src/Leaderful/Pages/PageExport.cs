using System.Text;
using System.Text.Encodings.Web;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Pages.Together;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Pages;

/// <summary>A page as a file of one's own.</summary>
public static class PageExport
{
    private const long MostInPictures = 32 * 1024 * 1024;

    /// <summary>Enough to be read and printed anywhere.</summary>
    private const string Style = "body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.55 Georgia,serif;color:#222;overflow-wrap:anywhere}h1,h2,h3,h4{line-height:1.25}"
        + "img{max-width:100%}table{border-collapse:collapse}th,td{border:1px solid #bbb;padding:.3rem .6rem;text-align:start;vertical-align:top}"
        + "blockquote{margin:1em 0;padding-inline-start:1rem;border-inline-start:3px solid #bbb}pre{white-space:pre-wrap}ul[data-type=taskList]{list-style:none;padding:0}"
        + "ul[data-type=taskList]>li{display:flex;gap:.6rem}ul[data-type=taskList] p{margin:0}";

    public static void MapPageExport(this RouteGroupBuilder pages)
    {
        pages.MapGet("/{id}/markdown", Markdown);
        pages.MapGet("/{id}/html", Html);
    }

    private static async Task<IResult> Markdown(Id<Page> id, Viewer viewer, Db db) =>
        await PageAccess.ForReading(db, viewer, id) is { } page
            ? File($"# {page.Title}\n\n{PageText.Markdown(await db.Written(id), address => FromAnywhere(viewer, address))}", "text/markdown", page, "md") : Results.NotFound();

    private static async Task<IResult> Html(Id<Page> id, Viewer viewer, Db db, Blobs blobs)
    {
        if (await PageAccess.ForReading(db, viewer, id) is not { } page) return Results.NotFound();
        var (title, written) = (HtmlEncoder.Default.Encode(page.Title), await db.Written(id));
        var pictures = await db.PicturesOn(id, await db.PageHtml(page), blobs);
        var text = PageText.Html(written, address => pictures.GetValueOrDefault(address) ?? FromAnywhere(viewer, address));
        return File(
            $"<!doctype html>\n<html lang=\"{viewer.Words.Language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title><style>{Style}</style></head>\n<body>\n<h1>{title}</h1>\n{PageText.Below(text)}\n</body></html>\n",
            "text/html", page, "html");
    }

    private static string FromAnywhere(Viewer viewer, string address) => address.StartsWith('/') ? viewer.Origin + address : address;

    /// <summary>The page's own pictures by their address, as they go along in it; one that is too much for that is left where it is.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> PicturesOn(this Db db, Id<Page> id, string html, Blobs blobs)
    {
        var (pictures, room) = (new Dictionary<string, string>(StringComparer.Ordinal), MostInPictures);
        foreach (var picture in await db.The<Attachment>().Where(a => a.ThingId == id.As<Thing>()).OrderBy(a => a.Number).ToListAsync())
        {
            var (address, path) = (Attachment.ShownAt(picture.Id), blobs.PathOf(picture.Owner, picture.BlobName));
            if (!FileKind.IsShown(picture.ContentType) || picture.Size > room || !html.Contains(address, StringComparison.Ordinal) || !System.IO.File.Exists(path)) continue;
            room -= picture.Size;
            pictures[address] = $"data:{picture.ContentType};base64,{Convert.ToBase64String(await System.IO.File.ReadAllBytesAsync(path))}";
        }
        return pictures;
    }

    private static IResult File(string text, string type, PageHead page, string ending) => Results.File(Encoding.UTF8.GetBytes(text), $"{type}; charset=utf-8", $"{NameOf(page.Title)}.{ending}");

    /// <summary>What no system of files takes amiss.</summary>
    private static string NameOf(string title)
    {
        var name = string.Concat(title.Select(c => char.IsLetterOrDigit(c) || c is ' ' or '-' ? c : '-')).Trim(' ', '-');
        return name.Length > 0 ? name : "page";
    }
}
