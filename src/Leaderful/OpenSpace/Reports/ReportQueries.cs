using Leaderful.Data;
using Leaderful.OpenSpace.Wall;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Reports;

public static class ReportQueries
{
    /// <summary>Who was there, by their own word, in the order in which they said so.</summary>
    public static async Task<IReadOnlyList<(Id<Actor> Id, string Name)>> WereAt(this Db db, Id<Topic> topic) => [.. (await (
        from a in db.The<Attendance>()
        join who in db.The<Actor>() on a.ActorId equals who.Id
        join actor in db.The<Actor>() on who.ClaimedById ?? who.Id equals actor.Id
        where a.TopicId == topic
        orderby a.Id
        select new { actor.Id, actor.Name }).ToListAsync()).Select(x => (x.Id, x.Name)).DistinctBy(x => x.Id)];
}
