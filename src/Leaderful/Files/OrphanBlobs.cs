using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Files;

/// <summary>Blobs that no row names: written just before a crash, and never committed.</summary>
public static class OrphanBlobs
{
    private const int AtOnce = 500;

    /// <summary>What is younger may belong to a write that is under way.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromDays(1);

    public static async Task<int> Remove(Db db, Blobs blobs, FileOwner owner, DateTime now)
    {
        var folder = new DirectoryInfo(blobs.Folder(owner));
        if (!folder.Exists) return 0;
        var removed = 0;
        foreach (var some in folder.EnumerateFiles().Where(f => now - f.LastWriteTimeUtc > Rest).Chunk(AtOnce))
        {
            var ids = some.Select(f => Id<Attachment>.TryParse(f.Name, null, out var id) ? id : default).ToList();
            var named = await db.The<Attachment>().Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToListAsync();
            foreach (var (file, id) in some.Zip(ids))
            {
                if (named.Contains(id)) continue;
                file.Delete();
                removed++;
            }
        }
        return removed;
    }
}
