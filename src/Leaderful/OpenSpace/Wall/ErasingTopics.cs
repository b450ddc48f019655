using Leaderful.Accounts;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.OpenSpace.Convergence;
using Leaderful.OpenSpace.Reports;
using Leaderful.Search;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Wall;

public static class ErasingTopics
{
    /// <summary>
    /// What these actors put up and nobody wrote a report on goes. Where there is a report the title is those who met's too and stays;
    /// what was hoped for goes, and the paper in their hand.
    /// </summary>
    internal static async Task EraseTopics(this Unit unit, IReadOnlyCollection<Id<Actor>> actors)
    {
        var db = unit.Db;
        var own = await (
            from p in db.The<Topic>()
            join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
            where actors.Contains(t.AuthorId)
            select new { p.Id, p.SpaceId, IsOthersToo = db.The<SessionReport>().Any(r => r.Id == p.Id.As<SessionReport>() && !actors.Contains(r.BegunById)) || db.The<Attendance>().Any(a => a.TopicId == p.Id && !actors.Contains(a.ActorId)) }).ToListAsync();
        foreach (var space in own.Select(p => p.SpaceId).Distinct().OrderBy(s => s.Value)) (await unit.Hold(space))?.Redraw();
        var theirs = own.Where(p => !p.IsOthersToo).Select(p => p.Id).ToList();
        await unit.Blank(db.The<Topic>().Where(p => theirs.Contains(p.Id)));
        await unit.DropPapers(own.ConvertAll(o => o.Id));
        foreach (var topic in await db.The<Topic>().AsTracking().Where(p => own.Select(o => o.Id).Contains(p.Id)).ToListAsync()) topic.Why = "";
        var things = theirs.ConvertAll(p => p.As<Thing>());
        await unit.TakeDown(db.The<Thing>().Where(t => things.Contains(t.Id)));
        unit.Reindex([.. own.Select(p => p.Id.As<Thing>())]);
    }

    /// <summary>What was written of them goes, with the paper it stood on, and whose dots lay on them.</summary>
    internal static async Task Blank(this Unit unit, IQueryable<Topic> which)
    {
        var topics = await which.AsTracking().ToListAsync();
        foreach (var topic in topics) topic.Blank();
        var ids = topics.ConvertAll(t => t.Id);
        await unit.DropPapers(ids);
        await unit.Db.The<TopicDots>().Where(d => ids.Contains(d.TopicId)).ExecuteDeleteAsync();
    }

    /// <summary>With an account goes where it said it was, what interested it, its dots and what it held.</summary>
    internal static async Task ForgetInSpaces(this Unit unit, Person person)
    {
        var (db, who) = (unit.Db, person.ActorId);
        await db.The<Attendance>().Where(a => a.ActorId == who || db.The<Actor>().Any(x => x.Id == a.ActorId && x.ClaimedById == who)).ExecuteDeleteAsync();
        await db.MarksOf(who).ExecuteDeleteAsync();
        await unit.Db.ForgetDots(person.ActorId);
        await unit.Db.The<SpaceRole>().Where(r => r.ActorId == person.ActorId).ExecuteDeleteAsync();
    }
}
