using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.OneToOnes.Asking;
using Leaderful.OneToOnes.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OneToOnes;

/// <summary>Thirty days after a one-to-one was taken down nothing says whom it was with.</summary>
public sealed class OneToOnePurging(Writes writes) : PurgeWork<OneToOne>(writes)
{
    public const string KindOfWork = "one-to-one.purge";

    public override string Kind => KindOfWork;

    protected override Task Purge(Unit unit, Id<OneToOne> id) => unit.Blank(unit.Db.The<OneToOne>().Where(o => o.Id == id));
}

public static class BlankingOneToOnes
{
    internal static async Task Blank(this Unit unit, IQueryable<OneToOne> which)
    {
        foreach (var one in await which.AsTracking().ToListAsync()) one.Blank();
        var (requests, shared) = (unit.Db.The<OneToOneRequest>().Where(r => which.Any(o => o.Id == r.OneToOneId)), unit.Db.The<SharedPart>().Where(s => which.Any(o => o.Id == s.OneToOneId)));
        foreach (var part in await shared.AsTracking().ToListAsync()) part.Blank();
        var links = unit.Db.The<Actor>().Where(a => a.Kind == ActorKind.LinkHolder && requests.Any(r => r.OtherId == a.Id));
        foreach (var holder in await links.AsTracking().ToListAsync()) holder.Erase(unit.Now);
        foreach (var request in await requests.AsTracking().ToListAsync()) request.Blank();
        await unit.Db.The<CapabilityLink>().Where(l => l.Purpose == LinkPurpose.OneToOne && which.Any(o => l.ThingId == o.Id.As<Thing>())).ExecuteDeleteAsync();
    }

    /// <summary>Whoever goes takes every one-to-one they planned along. Those of others with them stay theirs, and say nothing of who it was.</summary>
    internal static async Task EraseOneToOnes(this Unit unit, IReadOnlyCollection<Id<Actor>> actors)
    {
        var own = unit.Db.The<Thing>().Where(t => t.Kind == ThingKind.OneToOne && actors.Contains(t.AuthorId));
        await unit.Blank(unit.Db.The<OneToOne>().Where(o => own.Any(t => t.Id == o.Id.As<Thing>())));
        await unit.TakeDown(own);
        await unit.ForgetOthers(actors);
    }
}
