using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Files;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Leaderful.Mail.Archive;

/// <summary>Why an archive was not taken: nothing was sent, it is none, it is packed, too large, there is no room, or another is under way.</summary>
public enum NotTaken { Nothing, Unlike, Packed, TooLarge, NoRoom, Busy }

/// <summary>Takes an archive from a browser straight onto the disk, whole or not at all.</summary>
public sealed class UploadedArchives(Blobs blobs, TimeProvider time)
{
    public const long MostBytes = 2L << 30;

    /// <summary>What a form puts around a file.</summary>
    public const long Around = 1 << 16;

    private const int Buffer = 1 << 17;
    private const long LookEvery = 64 << 20;

    /// <summary>Its mails are written once more as posts and files, and others need room too.</summary>
    private const long Spare = 256L << 20;
    private static readonly TimeSpan Leftover = TimeSpan.FromDays(1);

    /// <summary>Known before a byte of it is read.</summary>
    public NotTaken? Beforehand(HttpRequest request, Id<Community> community)
    {
        if (request.ContentLength is not { } length || !request.HasFormContentType) return NotTaken.Nothing;
        if (length > MostBytes + Around) return NotTaken.TooLarge;
        return HasRoom(community, length * 2) ? null : NotTaken.NoRoom;
    }

    /// <summary>The first file of a form, beside where it will lie; whoever calls moves or removes it.</summary>
    public async Task<(ArchiveUpload? Upload, NotTaken? Why)> Take(HttpRequest request, Id<Community> community, Id<Actor> by, CancellationToken stop)
    {
        Sweep(community);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 } boundary) return (null, NotTaken.Nothing);
        var reader = new MultipartReader(boundary.Value!, request.Body, Buffer);
        while (await reader.ReadNextSectionAsync(stop) is { } section)
            if (section.AsFileSection() is { FileName.Length: > 0, FileStream: { } stream } file)
                return await Write(stream, file.FileName, community, by, stop);
        return (null, NotTaken.Nothing);
    }

    public string Unfinished(ArchiveUpload upload) => blobs.PathOf(upload.CommunityId, upload.BlobName) + ".unfinished";

    /// <summary>From now on it is there, whatever happens.</summary>
    public void Settle(ArchiveUpload upload)
    {
        File.Move(Unfinished(upload), blobs.PathOf(upload.CommunityId, upload.BlobName));
        blobs.Settle(upload.CommunityId);
    }

    public void Remove(ArchiveUpload upload)
    {
        if (!Directory.Exists(FolderOf(upload.CommunityId))) return;
        File.Delete(Unfinished(upload));
        File.Delete(blobs.PathOf(upload.CommunityId, upload.BlobName));
    }

    private async Task<(ArchiveUpload?, NotTaken?)> Write(Stream from, string name, Id<Community> community, Id<Actor> by, CancellationToken stop)
    {
        var id = Id<ArchiveUpload>.New();
        var clean = MailWords.Cut(MailWords.Whole(Path.GetFileName(name.Replace('\\', '/'))), MailImport.LongestName);
        var begun = new ArchiveUpload { Id = id, CommunityId = community, FileName = clean, ById = by, At = time.Utc() };
        Directory.CreateDirectory(FolderOf(community));
        try
        {
            var (length, why) = await Copy(from, Unfinished(begun), community, stop);
            if (why is not null) Remove(begun);
            return why is null ? (new ArchiveUpload { Id = id, CommunityId = community, FileName = clean, Bytes = length, ById = by, At = begun.At }, null) : (null, why);
        }
        catch
        {
            Remove(begun);
            throw;
        }
    }

    private async Task<(long Length, NotTaken? Why)> Copy(Stream from, string path, Id<Community> community, CancellationToken stop)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        var (buffer, length, looked) = (new byte[Buffer], 0L, 0L);
        for (int read; (read = await from.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, stop)) > 0; length += read)
        {
            if (length == 0 && Unlike(buffer.AsSpan(0, read), path) is { } why) return (0, why);
            if (length + read > MostBytes) return (0, NotTaken.TooLarge);
            if (length - looked > LookEvery && !HasRoom(community, looked = length)) return (0, NotTaken.NoRoom);
            await file.WriteAsync(buffer.AsMemory(0, read), stop);
        }
        file.Flush(flushToDisk: true);
        return length == 0 ? (0, NotTaken.Nothing) : (length, null);
    }

    /// <summary>What is packed is said to be so; what begins neither as an mbox nor, called .eml, as a mail is none.</summary>
    private static NotTaken? Unlike(ReadOnlySpan<byte> begins, string path)
    {
        if (begins.StartsWith("PK"u8) || begins.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || begins.StartsWith("BZh"u8) || begins.StartsWith("7z"u8) || begins.StartsWith((ReadOnlySpan<byte>)[0xFD, 0x37, 0x7A])) return NotTaken.Packed;
        if (path.EndsWith(".eml.unfinished", StringComparison.Ordinal)) return begins.Contains((byte)0) || !begins.Contains((byte)':') ? NotTaken.Unlike : null;
        return begins.TrimStart("\r\n"u8).StartsWith("From "u8) ? null : NotTaken.Unlike;
    }

    private bool HasRoom(Id<Community> community, long bytes) =>
        new DriveInfo(Directory.CreateDirectory(blobs.Folder(community)).FullName).AvailableFreeSpace > bytes + Spare;

    private string FolderOf(Id<Community> community) => blobs.PathOf(community, "uploads");

    /// <summary>What a crash left behind: nothing is under way while this one is taken.</summary>
    private void Sweep(Id<Community> community)
    {
        var folder = new DirectoryInfo(FolderOf(community));
        if (!folder.Exists) return;
        var before = TimeProvider.System.Utc() - Leftover;
        foreach (var file in folder.EnumerateFiles().Where(f => f.LastWriteTimeUtc < before)) file.Delete();
    }
}

public static class Uploading
{
    public static Task<ArchiveUpload?> UploadIn(this Db db, Id<Community> community) =>
        db.The<ArchiveUpload>().SingleOrDefaultAsync(u => u.CommunityId == community && u.EndedAt == null);

    /// <summary>From here on it is brought in by itself. False where another one is under way in the community.</summary>
    public static async Task<bool> Begin(this Unit unit, ArchiveUpload upload)
    {
        await unit.Hold(upload.CommunityId);
        if (await unit.Db.UploadIn(upload.CommunityId) is not null) return false;
        unit.Db.Add(upload);
        unit.Journal(upload.ById, "mail.archive-sent", upload.Id.Value, upload.CommunityId);
        unit.Enqueue(BringingArchives.KindOfWork, upload.Id.Value);
        return true;
    }

    public static async Task Stop(this Unit unit, Id<ArchiveUpload> id, Id<Actor> by)
    {
        if (await unit.Db.The<ArchiveUpload>().AsTracking().SingleOrDefaultAsync(u => u.Id == id && u.EndedAt == null) is not { } upload) return;
        upload.Stop(by, unit.Now);
        unit.Journal(by, "mail.archive-stopped", id.Value, upload.CommunityId);
        unit.Tell(upload.Stream);
        unit.Enqueue(BringingArchives.KindOfWork, id.Value);
    }

    internal static async Task End(this Unit unit, Id<ArchiveUpload> id) =>
        (await unit.Db.The<ArchiveUpload>().AsTracking().SingleAsync(u => u.Id == id)).End(unit.Now);

    /// <summary>The import a sent archive becomes, or goes on with.</summary>
    internal static async Task<MailImport> BecomeImport(this Unit unit, ArchiveUpload upload, ArchiveSource source, Community community)
    {
        var import = await unit.BeginOrGoOn(source, community, upload.ById);
        (await unit.Db.The<ArchiveUpload>().AsTracking().SingleAsync(u => u.Id == upload.Id)).ImportId = import.Id;
        return import;
    }
}
