using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OneToOnes;

/// <summary>Mine, by what I do next: those to come, those that asked for a word since, those whose other I meant to thank, and what has been.</summary>
public sealed record MyOneToOnes(IReadOnlyList<ListedOneToOne> Next, IReadOnlyList<ListedOneToOne> Over, IReadOnlyList<ListedOneToOne> Thanks, IReadOnlyList<ListedOneToOne> Been);

public static class OneToOneQueries
{
    private const int Most = 200;

    /// <summary>So long it is asked whether two met, and whether one thanked the other; then it rests.</summary>
    private static readonly TimeSpan Asked = TimeSpan.FromDays(14);
    public static readonly TimeSpan ThanksWithin = TimeSpan.FromDays(2);

    public static async Task<MyOneToOnes> MyOneToOnes(this Db db, Viewer viewer, DateTime now)
    {
        var all = await db.OneToOnesOf(viewer, db.The<Thing>().Where(t => t.DeletedAt == null), db.The<OneToOne>()).Take(Most).ToListAsync();
        var open = all.Where(o => o.It.HeldAt is null && o.It.LeftAt is null).ToList();
        var next = open.Where(o => o.It.EndsAt > now).OrderBy(o => o.It.StartsAt).ToList();
        var over = open.Where(o => o.It.EndsAt <= now && now < o.It.EndsAt + Asked).ToList();
        var thanks = all.Where(o => o.It is { HeldAt: { } held, ThankedAt: null } && now < held + Asked).ToList();
        return new(next, over, thanks, [.. all.Except(next).Except(over).Except(thanks)]);
    }

    /// <summary>Those taken down, for whoever planned them.</summary>
    public static async Task<List<BinItem>> OneToOnesInBin(this Db db, Viewer viewer, DateTime since) =>
        [.. (await db.OneToOnesOf(viewer, db.The<Thing>().Where(t => t.DeletedAt > since), db.The<OneToOne>().Where(o => o.WithId != null || o.WithName != "")).ToListAsync())
            .Select(o => new BinItem(default, null, o.Name(viewer.Words), "", "", o.DeletedAt!.Value) { OneToOne = o.Id })];
}
