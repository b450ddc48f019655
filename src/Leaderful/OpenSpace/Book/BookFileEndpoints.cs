using System.Text;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Book;

/// <summary>The proceedings as files. Each is made for whoever asks, of what they may read, and kept nowhere.</summary>
public static class BookFileEndpoints
{
    public static void MapBookFiles(this RouteGroupBuilder book)
    {
        book.MapGet("/pdf", Pdf).RequireRateLimiting(RateLimits.Taking);
        book.MapGet("/epub", Epub).RequireRateLimiting(RateLimits.Taking);
        book.MapGet("/markdown", Markdown).RequireRateLimiting(RateLimits.Taking);
    }

    private static async Task<IResult> Pdf(Id<Space> id, HttpContext context, Viewer viewer, Db db, Blobs blobs, TimeProvider time, Chromium chromium, IWebHostEnvironment house)
    {
        if (await SpaceAccess.ForReading(db, viewer, id) is not { } head) return Results.NotFound();
        var gathering = BookEndpoints.PathOf(viewer, id);
        if (chromium.Program is null) return Elsewhere(viewer, "book.no-pdf", gathering, StatusCodes.Status404NotFound);
        var (folder, drawing) = (PrivateFolder.For(context), BookModel.Away(viewer, await db.Book(viewer, head, blobs, time.Utc())));
        await using var views = new BookViews(context.RequestServices);
        var made = await new BookPdf(chromium, house).Make(new BookModel(drawing, gathering, HasPdf: true), views, folder, context.RequestAborted);
        return made is null ? Elsewhere(viewer, "book.pdf-failed", gathering, StatusCodes.Status503ServiceUnavailable) : Results.File(made, "application/pdf", BookFiles.NameOf(drawing, "pdf"));
    }

    private static async Task<IResult> Epub(Id<Space> id, HttpContext context, Viewer viewer, Db db, Blobs blobs, TimeProvider time)
    {
        if (await SpaceAccess.ForReading(db, viewer, id) is not { } head) return Results.NotFound();
        var (folder, drawing) = (PrivateFolder.For(context), BookModel.Away(viewer, await db.Book(viewer, head, blobs, time.Utc())));
        await using var views = new BookViews(context.RequestServices);
        var made = await folder.Make("book.epub", file => BookEpub.Write(file, drawing, views));
        return Results.File(made, BookEpub.Type, BookFiles.NameOf(drawing, "epub"));
    }

    private static async Task<IResult> Markdown(Id<Space> id, HttpContext context, Viewer viewer, Db db, Blobs blobs, TimeProvider time)
    {
        if (await SpaceAccess.ForReading(db, viewer, id) is not { } head) return Results.NotFound();
        var drawing = BookModel.Away(viewer, await db.Book(viewer, head, blobs, time.Utc(), asWritten: true));
        var text = BookMarkdown.Of(drawing);
        if (BookFiles.Taken(drawing.Book).Count == 0) return Results.File(Encoding.UTF8.GetBytes(text), $"{BookMarkdown.Type}; charset=utf-8", BookFiles.NameOf(drawing, "md"));
        var made = await PrivateFolder.For(context).Make("book.zip", file => BookMarkdown.Zip(file, text, drawing));
        return Results.File(made, "application/zip", BookFiles.NameOf(drawing, "zip"));
    }

    /// <summary>Said kindly, with the way to what serves as well.</summary>
    private static IResult Elsewhere(Viewer viewer, string why, string gathering, int status) => Screen.Show<MessagePage, Message>(
        new Message(viewer.Words["book.pdf-title"], viewer.Words[why], $"{gathering}/book/print", viewer.Words["book.print"]), status);
}
