using System.Security.Cryptography;
using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;

namespace Leaderful.Files;

/// <summary>A file whose bytes are on the disk already and whose row is not written yet.</summary>
public sealed record KeptFile(Id<Attachment> Id, string FileName, string ContentType, long Size, byte[] Sha256)
{
    /// <summary>Who brought it, where that need not be whoever its thing is of.</summary>
    public Id<Actor>? ById { get; init; }
}

/// <summary>Bytes first, outside the write, so that the one writer does not wait for the disk; then the rows within it.</summary>
public static class Attaching
{
    public static IReadOnlyList<KeptFile> Keep(this Blobs blobs, FileOwner owner, IReadOnlyList<Upload> uploads)
    {
        if (uploads.Count == 0) return [];
        var kept = uploads.Select(u => blobs.Keep(owner, u)).ToList();
        blobs.Settle(owner);
        return kept;
    }

    public static Task Attach(this Unit unit, Id<Community> community, Id<Thing> thing, IReadOnlyList<KeptFile> files) =>
        unit.Attach(community, null, thing, files);

    /// <summary>The photo of a portrait.</summary>
    public static Task Attach(this Unit unit, Id<Person> person, Id<Thing> thing, KeptFile file) => unit.Attach(null, person, thing, [file]);

    /// <summary>A picture that stands in the text of a thing which others come before.</summary>
    public static Task AttachInText(this Unit unit, Id<Community> community, Id<Thing> thing, KeptFile file, int number) =>
        unit.Insert([AttachmentOf(unit, community, null, thing, file, number, inText: true)]);

    /// <summary>What one of many brings to a thing that is not theirs alone; the first gets this number.</summary>
    public static Task AttachBy(this Unit unit, Id<Actor> by, Id<Community> community, Id<Thing> thing, IReadOnlyList<KeptFile> files, int number) =>
        unit.Insert([.. files.Select((file, i) => AttachmentOf(unit, community, null, thing, file, number + i, by: by))]);

    private static Task Attach(this Unit unit, Id<Community>? community, Id<Person>? person, Id<Thing> thing, IReadOnlyList<KeptFile> files) =>
        unit.Insert([.. files.Select((file, i) => AttachmentOf(unit, community, person, thing, file, i + 1))]);

    private static Attachment AttachmentOf(Unit unit, Id<Community>? community, Id<Person>? person, Id<Thing> thing, KeptFile file, int number, bool inText = false, Id<Actor>? by = null) => new()
    {
        Id = file.Id, ThingId = thing, CommunityId = community, PersonId = person, FileName = file.FileName, ContentType = file.ContentType,
        Size = file.Size, Sha256 = file.Sha256, Number = number, InText = inText, CreatedAt = unit.Now, BroughtById = by ?? file.ById,
    };

    public static KeptFile KeepOne(this Blobs blobs, FileOwner owner, Upload upload) => blobs.Keep(owner, [upload])[0];

    private static KeptFile Keep(this Blobs blobs, FileOwner owner, Upload upload)
    {
        var id = Id<Attachment>.New();
        blobs.Write(owner, id.ToString(), upload.Bytes);
        return new KeptFile(id, upload.FileName, upload.ContentType, upload.Bytes.Length, SHA256.HashData(upload.Bytes));
    }
}
