using Leaderful.Conversations;
using Leaderful.Data;
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
    }

    /// <summary>Whoever goes takes every one-to-one they planned along. Those of others with them stay theirs, and say nothing of who it was.</summary>
    internal static async Task EraseOneToOnes(this Unit unit, IReadOnlyCollection<Id<Actor>> actors)
    {
        var own = unit.Db.The<Thing>().Where(t => t.Kind == ThingKind.OneToOne && actors.Contains(t.AuthorId));
        await unit.Blank(unit.Db.The<OneToOne>().Where(o => own.Any(t => t.Id == o.Id.As<Thing>())));
        await unit.TakeDown(own);
    }
}
