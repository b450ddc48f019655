using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Book;

/// <summary>The proceedings of an Open Space: to read, to print, to take along. Whoever is in the room may have them.</summary>
public static class BookEndpoints
{
    public static void AddBook(this IServiceCollection services) => services.AddSingleton<Chromium>().AddSingleton<FolderSweep>();

    public static void MapBook(this IEndpointRouteBuilder app)
    {
        var book = app.MapGroup("/c/{community}/gatherings/{id}/book").ForRoom("whoever was in the room reads what came of it; each part of it stands on its own rung");
        book.MapGet("", Read);
        book.MapGet("/print", Print);
        book.MapGet("/pictures/{attachment}", Picture);
        book.MapBookFiles();
    }

    private static async Task<IResult> Read(Id<Space> id, Viewer viewer, Db db, Blobs blobs, TimeProvider time, Chromium chromium) =>
        await SpaceAccess.ForReading(db, viewer, id) is { } head
            ? Screen.Show<BookPage, BookModel>(await InHouse(head, viewer, db, blobs, time, chromium)) : Results.NotFound();

    private static async Task<IResult> Print(Id<Space> id, Viewer viewer, Db db, Blobs blobs, TimeProvider time, Chromium chromium) =>
        await SpaceAccess.ForReading(db, viewer, id) is { } head
            ? Screen.Show<BookPrintPage, BookModel>((await InHouse(head, viewer, db, blobs, time, chromium)).OnPaper(viewer)) : Results.NotFound();

    /// <summary>A picture of a report, for whoever reads the report here.</summary>
    private static async Task<IResult> Picture(Id<Space> id, Id<Attachment> attachment, HttpContext context, Viewer viewer, Db db, Blobs blobs)
    {
        if (await SpaceAccess.ForReading(db, viewer, id) is not { } head || await db.PictureIn(head, viewer, attachment) is not { } file) return Results.NotFound();
        var path = blobs.PathOf(file.Owner, file.BlobName);
        if (!File.Exists(path)) return Results.NotFound();
        (context.Response.Headers.ContentSecurityPolicy, context.Response.Headers.CacheControl) = ("sandbox; default-src 'none'", "private, no-cache");
        return Results.File(path, file.ContentType, entityTag: new($"\"{Convert.ToHexStringLower(file.Sha256)}\""));
    }

    private static async Task<BookModel> InHouse(SpaceHead head, Viewer viewer, Db db, Blobs blobs, TimeProvider time, Chromium chromium)
    {
        var gathering = PathOf(viewer, head.Id);
        return new BookModel(BookModel.InHouse(viewer, await db.Book(viewer, head, blobs, time.Utc()), $"{gathering}/book"), gathering, chromium.Program is not null);
    }

    internal static string PathOf(Viewer viewer, Id<Space> id) => $"{viewer.Here.Path}/gatherings/{id}";
}
