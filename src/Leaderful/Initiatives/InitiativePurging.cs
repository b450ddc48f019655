using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Initiatives.Sentences;
using Leaderful.Initiatives.Teams;
using Leaderful.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Initiatives;

/// <summary>Thirty days after an initiative was taken down its words go, and who carried it.</summary>
public sealed class InitiativePurging(Writes writes) : PurgeWork<Initiative>(writes)
{
    public const string KindOfWork = "initiative.purge";

    public override string Kind => KindOfWork;

    protected override Task Purge(Unit unit, Id<Initiative> id) => unit.Blank(unit.Db.The<Initiative>().Where(i => i.Id == id));
}

public static class BlankingInitiatives
{
    internal static async Task Blank(this Unit unit, IQueryable<Initiative> which)
    {
        var initiatives = await which.AsTracking().ToListAsync();
        foreach (var initiative in initiatives) initiative.Blank();
        var ids = initiatives.ConvertAll(i => i.Id);
        await unit.Db.The<SentenceVersion>().Where(s => ids.Contains(s.InitiativeId)).ExecuteDeleteAsync();
        await unit.BlankRoundsOn(ids.ConvertAll(i => i.As<Thing>()));
        await unit.Db.The<TeamMember>().Where(m => ids.Contains(m.InitiativeId)).ExecuteDeleteAsync();
    }
}
