using Leaderful.Data;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Leaderful.Files;
using Leaderful.Shared.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Mail.Archive;

public static class ImportEndpoints
{
    private const int PerPage = 100;

    public static void MapArchive(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/c/{community}/imports").ForStewards("archives hold addresses and mails that nobody has read here yet");
        group.MapGet("", List);
        group.MapPost("", UploadEndpoints.Receive).WithMetadata(new RequestSizeLimitAttribute(UploadedArchives.MostBytes + UploadedArchives.Around)).RequireRateLimiting(RateLimits.Writing);
        group.MapPost("/uploads/{upload}/ending", UploadEndpoints.Stop).RequireRateLimiting(RateLimits.Writing);
        group.MapGet("/{import}", One);
        group.MapGet("/{import}/unread/{number:int}", Bytes);
    }

    private static async Task<IResult> List(Db db, Viewer viewer) => Screen.Show<ImportsPage, ImportsModel>(await Model(db, viewer, Form.Empty));

    internal static async Task<ImportsModel> Model(Db db, Viewer viewer, Form form) => new(
        await Shown(db, db.The<MailImport>().Where(i => i.CommunityId == viewer.Here.Id).OrderByDescending(i => i.StartedAt).Take(PerPage)),
        await db.UploadIn(viewer.Here.Id), form);

    private static async Task<IResult> One(Id<MailImport> import, Db db, Viewer viewer, int from = 0)
    {
        if (await Shown(db, db.The<MailImport>().Where(i => i.CommunityId == viewer.Here.Id && i.Id == import)) is not [var found]) return Results.NotFound();
        var unread = await db.The<UnreadMail>().Where(u => u.ImportId == import && u.CommunityId == viewer.Here.Id && u.Number > from)
            .OrderBy(u => u.Number).Take(PerPage + 1).ToListAsync();
        var upload = await db.The<ArchiveUpload>().Where(u => u.ImportId == import && u.CommunityId == viewer.Here.Id).OrderByDescending(u => u.At).FirstOrDefaultAsync();
        return Screen.Show<ImportPage, ImportModel>(new(found.Import, found.By, [.. unread.Take(PerPage)], unread.Count > PerPage ? unread[PerPage - 1].Number : null) { Upload = upload });
    }

    /// <summary>As it came, to be saved, never to be shown.</summary>
    private static async Task<IResult> Bytes(Id<MailImport> import, int number, HttpContext context, Db db, Viewer viewer, Blobs blobs)
    {
        var found = await db.The<UnreadMail>().SingleOrDefaultAsync(u => u.ImportId == import && u.Number == number && u.CommunityId == viewer.Here.Id);
        if (found is null || blobs.PathOf(found.CommunityId, found.BlobName) is var path && !File.Exists(path)) return Results.NotFound();
        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.File(path, FileKind.Unknown, $"mail-{number}.eml");
    }

    private static Task<List<ShownImport>> Shown(Db db, IQueryable<MailImport> imports) => (
        from i in imports
        join a in db.The<Actor>() on i.StartedById equals a.Id
        orderby i.StartedAt descending
        select new ShownImport(i, a.Kind == ActorKind.House ? null : a.Name)).ToListAsync();
}

/// <summary>An import and who began it: a person, or whoever runs this instance, from its console.</summary>
public sealed record ShownImport(MailImport Import, string? By);

public sealed record ImportsModel(IReadOnlyList<ShownImport> Imports, ArchiveUpload? Upload, Form Form);

public sealed record ImportModel(MailImport Import, string? By, IReadOnlyList<UnreadMail> Unread, int? Next)
{
    /// <summary>The file it comes from, where a browser sent it.</summary>
    public ArchiveUpload? Upload { get; init; }

    /// <summary>It goes on by itself.</summary>
    public bool GoesOn => Import.FinishedAt is null && Upload is { EndedAt: null, StoppedAt: null };
}
