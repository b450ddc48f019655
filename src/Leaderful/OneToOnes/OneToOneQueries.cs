using Leaderful.Commitments;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.OneToOnes.Asking;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OneToOnes;

/// <summary>Mine, by what I do next: those to come, those that asked for a word since, those whose other I meant to thank, and what has been; and those I was asked to.</summary>
public sealed record MyOneToOnes(IReadOnlyList<ListedOneToOne> Next, IReadOnlyList<ListedOneToOne> Over, IReadOnlyList<ListedOneToOne> Thanks, IReadOnlyList<ListedOneToOne> Been, IReadOnlyList<Asked> Asked)
{
    /// <summary>What either of two took on and has not kept yet, on one of them.</summary>
    public IReadOnlyList<ListedCommitment> Promised { get; init; } = [];
}

/// <summary>What of them is for today.</summary>
public sealed record OneToOnesToday(IReadOnlyList<Asked> Asked, IReadOnlyList<ListedOneToOne> Next, IReadOnlyList<ListedOneToOne> Thanks);

public static class OneToOneQueries
{
    private const int Most = 200;

    /// <summary>So long it is asked whether two met, and whether one thanked the other; then it rests.</summary>
    private static readonly TimeSpan Asked = TimeSpan.FromDays(14);
    private static readonly TimeSpan ThanksWithin = TimeSpan.FromDays(2);
    private static readonly TimeSpan Soon = TimeSpan.FromDays(7);
    private static readonly TimeSpan StillSaid = TimeSpan.FromDays(60);

    public static async Task<MyOneToOnes> MyOneToOnes(this Db db, Viewer viewer, DateTime now)
    {
        var all = await db.OneToOnesOf(viewer, db.The<Thing>().Where(t => t.DeletedAt == null), db.The<OneToOne>()).Take(Most).ToListAsync();
        var open = all.Where(o => o.It.HeldAt is null && o.It.LeftAt is null).ToList();
        var next = open.Where(o => o.It.EndsAt > now).OrderBy(o => o.It.StartsAt).ToList();
        var over = open.Where(o => o.It.EndsAt <= now && now < o.It.EndsAt + Asked).ToList();
        var thanks = all.Where(o => o.It is { HeldAt: { } held, ThankedAt: null } && now < held + Asked).ToList();
        return new(next, over, thanks, [.. all.Except(next).Except(over).Except(thanks)], await db.AskedOf(viewer, now - StillSaid)) { Promised = await db.PromisedBetween(viewer) };
    }

    /// <summary>Who waits for an answer; whom I meet within the week; and the two days in which a thank-you is fresh.</summary>
    public static async Task<OneToOnesToday> OneToOnesToday(this Db db, Viewer viewer, DateTime now)
    {
        var (soon, held) = (now + Soon, now - ThanksWithin);
        var near = await db.OneToOnesOf(viewer, db.The<Thing>().Where(t => t.DeletedAt == null),
            db.The<OneToOne>().Where(o => o.LeftAt == null && ((o.HeldAt == null && o.EndsAt > now && o.StartsAt < soon) || (o.HeldAt > held && o.ThankedAt == null)))).Take(20).ToListAsync();
        var asked = (await db.AskedOf(viewer, now)).Where(a => a.Request.AgreedAt is null || a.It.StartsAt < soon).ToList();
        return new(asked, [.. near.Where(o => o.It.HeldAt is null).OrderBy(o => o.It.StartsAt)], [.. near.Where(o => o.It.HeldAt is not null)]);
    }

    /// <summary>Open on either side, of all one-to-ones this person planned or was asked to.</summary>
    private static Task<List<ListedCommitment>> PromisedBetween(this Db db, Viewer viewer)
    {
        var open = db.The<Commitment>().Where(c => c.KeptAt == null && c.ReleasedAt == null && db.The<Thing>().Any(t => t.Id == c.OriginId && t.Kind == ThingKind.OneToOne));
        return db.CommitmentsAmong(viewer.Me, viewer.Here, open);
    }

    /// <summary>Those taken down, for whoever planned them.</summary>
    public static async Task<List<BinItem>> OneToOnesInBin(this Db db, Viewer viewer, DateTime since) =>
        [.. (await db.OneToOnesOf(viewer, db.The<Thing>().Where(t => t.DeletedAt > since), db.The<OneToOne>().Where(o => o.WithId != null || o.WithName != "")).ToListAsync())
            .Select(o => new BinItem(default, null, o.Name(viewer.Words), "", "", o.DeletedAt!.Value) { OneToOne = o.Id })];
}
