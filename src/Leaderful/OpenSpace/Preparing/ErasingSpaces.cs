using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Preparing;

public static class ErasingSpaces
{
    /// <summary>
    /// What these actors wrote of an Open Space's frame goes. A given nobody else has worded since goes with its words; that one was
    /// looked at again stays, without theirs.
    /// </summary>
    internal static async Task EraseSpaces(this Unit unit, IReadOnlyCollection<Id<Actor>> actors)
    {
        var db = unit.Db;
        var (by, now) = (actors.First(), unit.Now);
        await db.The<PreparingAnswer>().Where(a => actors.Contains(a.WrittenById)).ExecuteDeleteAsync();
        await db.The<Leeway>().Where(l => actors.Contains(l.WrittenById)).ExecuteDeleteAsync();
        await db.The<Given>().Where(g => actors.Contains(g.WordedById)).ExecuteUpdateAsync(g => g
            .SetProperty(x => x.Text, "").SetProperty(x => x.SetBy, "").SetProperty(x => x.RemovedAt, x => x.RemovedAt ?? now).SetProperty(x => x.RemovedById, x => x.RemovedById ?? by));
        await db.The<GivenAnswer>().Where(a => actors.Contains(a.ById)).ExecuteUpdateAsync(a => a.SetProperty(x => x.Word, ""));
        await db.The<GivenAnswer>().Where(a => actors.Contains(a.WasWordedById)).ExecuteUpdateAsync(a => a.SetProperty(x => x.Was, ""));
        // What a member promises is a commitment, and goes as commitments do.
        await db.The<Pledge>().Where(p => actors.Contains(p.WrittenById) && p.CommitmentId == null).ExecuteDeleteAsync();
    }
}
