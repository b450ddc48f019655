using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace.Wall;
using Leaderful.Pages;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Reports;

/// <summary>A session's report, and who says that they were there.</summary>
public static class Reporting
{
    /// <summary>The page on which the report is written; whoever is first begins it, everybody else finds it.</summary>
    public static async Task<Id<Page>?> BeginReport(this Unit unit, Id<Actor> by, Id<Topic> id, byte[]? template)
    {
        if (await unit.Db.The<Topic>().SingleOrDefaultAsync(t => t.Id == id) is not { } topic || await unit.Hold(topic.SpaceId) is null) return null;
        if (await unit.Db.The<SessionReport>().SingleOrDefaultAsync(r => r.Id == id.As<SessionReport>()) is { } begun) return begun.PageId;
        var scope = await unit.Db.The<Thing>().Where(t => t.Id == id.As<Thing>()).Select(t => t.ScopeId).SingleAsync();
        var page = await unit.BeginPage(by, topic.CommunityId, scope, topic.Title, id.As<Thing>(), template);
        unit.Db.Add(new SessionReport { Id = id.As<SessionReport>(), PageId = page, SpaceId = topic.SpaceId, CommunityId = topic.CommunityId, BegunById = by, BegunAt = unit.Now });
        (await unit.Db.The<Topic>().AsTracking().SingleAsync(t => t.Id == id)).Version = (await unit.Db.The<Space>().SingleAsync(s => s.Id == topic.SpaceId)).Version;
        unit.Journal(by, "report.begun", id.Value, topic.CommunityId);
        return page;
    }

    /// <summary>Nobody was at a session of what was called off.</summary>
    public static async Task SayWasAt(this Unit unit, Id<Actor> by, Id<Topic> id)
    {
        if (await unit.Db.OwnWord(by, id).AnyAsync() || await unit.Db.TakesPlaceIn(id) is not { } community) return;
        unit.Db.Add(new Attendance { Id = Id<Attendance>.New(), TopicId = id, CommunityId = community, ActorId = by, SaidAt = unit.Now });
        unit.Journal(by, "session.was-at", id.Value, community, inverse: "session.was-not-said");
    }

    public static async Task UnsayWasAt(this Unit unit, Id<Actor> by, Id<Topic> id)
    {
        if (await unit.Db.OwnWord(by, id).AsTracking().ToListAsync() is not [var said, ..] all) return;
        unit.Db.RemoveRange(all);
        unit.Journal(by, "session.was-not-said", id.Value, said.CommunityId);
    }

    private static Task<Id<Community>?> TakesPlaceIn(this Db db, Id<Topic> id) => (
        from p in db.The<Topic>()
        join g in db.The<Gathering>() on p.SpaceId.As<Gathering>() equals g.Id
        where p.Id == id && g.CancelledAt == null
        select (Id<Community>?)p.CommunityId).SingleOrDefaultAsync();

    /// <summary>Theirs, and what they said as a guest before they said who they are.</summary>
    private static IQueryable<Attendance> OwnWord(this Db db, Id<Actor> who, Id<Topic> id) =>
        db.The<Attendance>().Where(a => a.TopicId == id && (a.ActorId == who || db.The<Actor>().Any(x => x.Id == a.ActorId && x.ClaimedById == who)));
}
