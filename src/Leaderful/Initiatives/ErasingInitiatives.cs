using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Initiatives.Sentences;
using Leaderful.Initiatives.Teams;
using Leaderful.Search;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Initiatives;

public static class ErasingInitiatives
{
    /// <summary>
    /// What these actors began and nobody else ever carried goes, as though it had never been begun. Where others do, the title is theirs too
    /// and stays, and so does the sentence they hold to; its earlier wordings by these actors go, and the purpose with them.
    /// </summary>
    internal static async Task EraseInitiatives(this Unit unit, IReadOnlyCollection<Id<Actor>> actors)
    {
        var db = unit.Db;
        var own = await (
            from i in db.The<Initiative>()
            join t in db.The<Thing>() on i.Id.As<Thing>() equals t.Id
            where actors.Contains(t.AuthorId)
            select new { i.Id, IsOthersToo = db.The<TeamMember>().Any(m => m.InitiativeId == i.Id && !actors.Contains(m.ActorId)) }).ToListAsync();
        var (theirs, shared) = (own.Where(i => !i.IsOthersToo).Select(i => i.Id).ToList(), own.Where(i => i.IsOthersToo).Select(i => i.Id).ToList());
        await unit.Blank(db.The<Initiative>().Where(i => theirs.Contains(i.Id)));
        var things = theirs.ConvertAll(i => i.As<Thing>());
        await unit.TakeDown(db.The<Thing>().Where(t => things.Contains(t.Id)));
        await db.The<Initiative>().Where(i => shared.Contains(i.Id)).ExecuteUpdateAsync(i => i.SetProperty(x => x.Purpose, ""));
        await db.The<SentenceVersion>().Where(s => actors.Contains(s.ById) && db.The<SentenceVersion>().Any(n => n.InitiativeId == s.InitiativeId && n.Number > s.Number)).ExecuteDeleteAsync();
        unit.Reindex([.. own.Select(i => i.Id.As<Thing>())]);
    }
}
