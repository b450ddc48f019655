using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Files;

public static class Dropping
{
    /// <summary>The rows now; the bytes once that is committed, and a day later those that were too young to be told from new ones.</summary>
    public static async Task DropFiles(this Unit unit, IQueryable<Attachment> files)
    {
        var owners = await files.Select(a => new { a.CommunityId, a.PersonId }).Distinct().ToListAsync();
        if (owners.Count == 0) return;
        await files.ExecuteDeleteAsync();
        foreach (var owner in owners.Select(o => o.CommunityId?.Value ?? o.PersonId?.Value))
        {
            unit.Enqueue(FileSweep.KindOfWork, owner);
            unit.Enqueue(FileSweep.KindOfWork, owner, unit.Now + OrphanBlobs.Rest + TimeSpan.FromHours(1));
        }
    }
}
