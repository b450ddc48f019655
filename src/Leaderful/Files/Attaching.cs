using System.Security.Cryptography;
using Leaderful.Communities;
using Leaderful.Data;

namespace Leaderful.Files;

/// <summary>A file whose bytes are on the disk already and whose row is not written yet.</summary>
public sealed record KeptFile(Id<Attachment> Id, string FileName, string ContentType, long Size, byte[] Sha256);

/// <summary>Bytes first, outside the write, so that the one writer does not wait for the disk; then the rows within it.</summary>
public static class Attaching
{
    public static IReadOnlyList<KeptFile> Keep(this Blobs blobs, Id<Community> community, IReadOnlyList<Upload> uploads)
    {
        if (uploads.Count == 0) return [];
        var kept = uploads.Select(u => blobs.Keep(community, u)).ToList();
        blobs.Settle(community);
        return kept;
    }

    public static Task Attach(this Unit unit, Id<Community> community, Id<Thing> thing, IReadOnlyList<KeptFile> files) =>
        unit.Insert([.. files.Select((file, i) => new Attachment
        {
            Id = file.Id, ThingId = thing, CommunityId = community, FileName = file.FileName, ContentType = file.ContentType,
            Size = file.Size, Sha256 = file.Sha256, Number = i + 1, CreatedAt = unit.Now,
        })]);

    private static KeptFile Keep(this Blobs blobs, Id<Community> community, Upload upload)
    {
        var id = Id<Attachment>.New();
        blobs.Write(community, id.ToString(), upload.Bytes);
        return new KeptFile(id, upload.FileName, upload.ContentType, upload.Bytes.Length, SHA256.HashData(upload.Bytes));
    }
}
