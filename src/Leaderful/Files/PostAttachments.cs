using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Files;

/// <summary>A file as it is listed under what it hangs on.</summary>
public sealed record ListedFile(Id<Attachment> Id, Id<Thing> ThingId, string FileName, string ContentType, long Size);

public static class PostAttachments
{
    /// <summary>The posts with their files, asked for only where there are any.</summary>
    public static async Task<IReadOnlyList<PostRow>> WithFiles(this IReadOnlyList<PostRow> posts, Db db)
    {
        var files = await Of(db, [.. posts.Where(p => p.FileCount > 0).Select(p => p.Id.As<Thing>())]);
        return files.Count == 0 ? posts : [.. posts.Select(p => p.FileCount > 0 ? p with { Files = files[p.Id.As<Thing>()] } : p)];
    }

    private static readonly ILookup<Id<Thing>, ListedFile> None = Array.Empty<ListedFile>().ToLookup(f => f.ThingId);

    /// <summary>The files of many things in one question. Pictures that stand in the text are not listed again.</summary>
    public static async Task<ILookup<Id<Thing>, ListedFile>> Of(Db db, IReadOnlyList<Id<Thing>> things)
    {
        if (things.Count == 0) return None;
        var files = await db.The<Attachment>()
            .Where(a => things.Contains(a.ThingId) && !a.InText && a.TakenOffAt == null)
            .OrderBy(a => a.ThingId).ThenBy(a => a.Number)
            .Select(a => new ListedFile(a.Id, a.ThingId, a.FileName, a.ContentType, a.Size)).ToListAsync();
        return files.ToLookup(f => f.ThingId);
    }
}
