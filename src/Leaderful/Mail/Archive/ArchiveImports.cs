using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Files;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Mail.Archive;

/// <summary>
/// Brings an archive in, batch by batch, each in one transaction with the place reached in the archive: whatever ends the
/// program, the next run goes on from there, and every mail is here once.
/// </summary>
public sealed class ArchiveImports(Writes writes, IServiceScopeFactory scopes, BatchPlacing placing, Blobs blobs, TimeProvider time)
{
    private const int MailsAtOnce = 200;
    private const int BytesAtOnce = 16 << 20;

    public async Task<MailImport> Run(ArchiveSource source, Community community, Id<Actor> by, Action<MailImport> tell, CancellationToken stop)
    {
        var import = await writes.Do(unit => unit.BeginOrGoOn(source, community, by), stop);
        var (batch, bytes) = (new List<BatchItem>(MailsAtOnce), 0L);
        await foreach (var piece in source.Read(import.Position, stop))
        {
            batch.Add(BatchItem.Of(piece, community.Id));
            bytes += piece.Bytes.Length;
            if (batch.Count < MailsAtOnce && bytes < BytesAtOnce) continue;
            tell(import = await placing.Place(import, community, batch, source.WrittenAt, stop));
            batch.Clear();
            bytes = 0;
        }
        if (batch.Count > 0) tell(import = await placing.Place(import, community, batch, source.WrittenAt, stop));
        return await Finish(import, community.Id, stop);
    }

    private async Task<MailImport> Finish(MailImport import, Id<Community> community, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await writes.JoinBySubject(db, community, stop);
        await OrphanBlobs.Remove(db, blobs, community, time.Utc());
        return await writes.Do(unit => unit.Finish(import.Id), stop);
    }
}

public static class Importing
{
    internal static async Task<MailImport> BeginOrGoOn(this Unit unit, ArchiveSource source, Community community, Id<Actor> by)
    {
        var begun = await unit.Db.The<MailImport>().Where(i => i.CommunityId == community.Id && i.FinishedAt == null && i.Fingerprint == source.Fingerprint)
            .OrderByDescending(i => i.StartedAt).FirstOrDefaultAsync();
        if (begun is not null) return begun;
        var import = new MailImport
        {
            Id = Id<MailImport>.New(), CommunityId = community.Id, FileName = MailWords.Cut(MailWords.Whole(source.Name), MailImport.LongestName),
            Fingerprint = source.Fingerprint, Bytes = source.Bytes, StartedById = by, StartedAt = unit.Now, LastAt = unit.Now,
        };
        unit.Db.Add(import);
        unit.Journal(by, "mail.import-begun", import.Id.Value, community.Id);
        return import;
    }

    internal static async Task<MailImport> Finish(this Unit unit, Id<MailImport> id)
    {
        var import = await unit.Db.The<MailImport>().AsTracking().SingleAsync(i => i.Id == id);
        import.FinishedAt ??= unit.Now;
        unit.Journal(import.StartedById, "mail.imported", id.Value, import.CommunityId);
        return import;
    }
}
