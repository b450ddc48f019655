using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Pages.Playback;

public sealed record NamedMoment(long Number, string Name, string By, DateTime At);

/// <summary>Names that people give to moments.</summary>
public static class Naming
{
    public static void NameMoment(this Unit unit, PageHead page, Id<Actor> by, long number, string name)
    {
        var version = new PageVersion { Id = Id<PageVersion>.New(), PageId = page.Id, CommunityId = page.CommunityId, Number = number, Name = name, ActorId = by, At = unit.Now };
        unit.Db.Add(version);
        unit.Journal(by, "page.moment-named", page.Id.Value, page.CommunityId);
    }

    public static Task<List<NamedMoment>> NamedMoments(this Db db, Id<Page> id) => (
        from v in db.The<PageVersion>()
        join a in db.The<Actor>() on v.ActorId equals a.Id
        where v.PageId == id
        orderby v.Number descending, v.At descending
        select new NamedMoment(v.Number, v.Name, a.Name, v.At)).ToListAsync();
}
