using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.Net.Http.Headers;

namespace Leaderful.Files;

public static class FileEndpoints
{
    /// <summary>Nothing that a file holds may run here, whatever a browser takes it for.</summary>
    private const string Shut = "sandbox; default-src 'none'";

    /// <summary>The page a browser makes around a picture has a style of its own.</summary>
    private const string Shown = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'";

    public static void AddFiles(this IServiceCollection services)
    {
        services.AddSingleton<Blobs>();
        services.AddSingleton<IOutboxHandler, FileSweep>();
    }

    public static void MapFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/files/{attachment}", One).ForAnyone("whoever may read what the file hangs on, such as a photo somebody shows to all; its door asks");

    private static async Task<IResult> One(Id<Attachment> attachment, HttpContext context, Db db, Viewer viewer, ReaderTokens readers, Blobs blobs, TimeProvider time)
    {
        if (await AttachmentAccess.ForReading(db, viewer, attachment, time.Utc(), (await readers.GuestOf(context))?.Guest) is not { } file) return viewer.Session is null ? Results.Challenge() : Results.NotFound();
        var path = blobs.PathOf(file.Owner, file.BlobName);
        if (!File.Exists(path)) return Results.NotFound();
        var shown = context.Request.Query.ContainsKey("view") && FileKind.IsShown(file.ContentType);
        Send(context.Response.Headers, shown, file.FileName);
        return Results.File(
            path, file.ContentType, enableRangeProcessing: true, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(file.Sha256)}\""));
    }

    /// <summary>Kept by the reader's browser only, and only to be asked for again: the door decides each time.</summary>
    private static void Send(IHeaderDictionary headers, bool shown, string name)
    {
        var how = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        how.SetHttpFileName(name);
        headers.ContentDisposition = how.ToString();
        headers.ContentSecurityPolicy = shown ? Shown : Shut;
        headers.CacheControl = "private, no-cache";
    }
}
