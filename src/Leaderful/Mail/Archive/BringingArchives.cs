using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Files;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Mail.Archive;

/// <summary>
/// Brings a sent archive in, a minute and a half at a time. How far it came is the import's own row, so the next piece goes on
/// there, on whichever node, after whatever ended the program. The file goes when all is in, or when a steward stops it.
/// </summary>
public sealed class BringingArchives(ArchiveImports imports, UploadedArchives uploads, Blobs blobs, Writes writes, Signals signals, IServiceScopeFactory scopes) : IOutboxHandler
{
    public const string KindOfWork = "mail.archive";

    private static readonly TimeSpan Piece = TimeSpan.FromSeconds(90);

    public string Kind => KindOfWork;

    public async Task Handle(OutboxRow row, CancellationToken stop)
    {
        if (row.Subject is not { } subject || await Find(new Id<ArchiveUpload>(subject), stop) is not var (upload, community)) return;
        if (upload.StoppedAt is null && ArchiveSource.At(blobs.PathOf(upload.CommunityId, upload.BlobName), upload.FileName) is { } source)
        {
            if (!await Bring(upload, community, source, stop))
            {
                await writes.Do(unit => unit.Enqueue(KindOfWork, subject), stop);
                return;
            }
        }
        uploads.Remove(upload);
        await writes.Do(unit => unit.End(upload.Id), stop);
    }

    /// <summary>Whether all of it is in.</summary>
    private async Task<bool> Bring(ArchiveUpload upload, Community community, ArchiveSource source, CancellationToken stop)
    {
        using var piece = CancellationTokenSource.CreateLinkedTokenSource(stop);
        piece.CancelAfter(Piece);
        using var listening = signals.Listen(stream =>
        {
            if (stream == upload.Stream) piece.Cancel();
        });
        try
        {
            await writes.Do(unit => unit.BecomeImport(upload, source, community), piece.Token);
            await imports.Run(source, community, upload.ById, _ => { }, piece.Token);
            return true;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<(ArchiveUpload Upload, Community Community)?> Find(Id<ArchiveUpload> id, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var found = await (
            from upload in db.The<ArchiveUpload>()
            join community in db.The<Community>() on upload.CommunityId equals community.Id
            where upload.Id == id && upload.EndedAt == null
            select new { upload, community }).SingleOrDefaultAsync(stop);
        return found is null ? null : (found.upload, found.community);
    }
}
