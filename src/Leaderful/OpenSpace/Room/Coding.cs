using Leaderful.Data;
using Leaderful.Gatherings;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Room;

/// <summary>The code of a room: there is one at a time.</summary>
public static class Coding
{
    /// <summary>It lasts until the gathering is over, and where that is not known yet for two weeks.</summary>
    private static readonly TimeSpan After = TimeSpan.FromDays(1);
    private static readonly TimeSpan Otherwise = TimeSpan.FromDays(14);

    public static Task<RoomCode?> CodeOf(this Db db, Id<Space> id, DateTime now) =>
        db.The<RoomCode>().AsNoTracking().Where(c => c.SpaceId == id && c.EndedAt == null && c.EndsAt > now).OrderByDescending(c => c.Id).FirstOrDefaultAsync();

    public static Task<RoomCode?> FindCode(this Db db, string code) => db.The<RoomCode>().AsNoTracking().SingleOrDefaultAsync(c => c.Code == code);

    /// <summary>A new code; the one before has had its day.</summary>
    public static async Task<string> BeginCode(this Unit unit, Id<Actor> by, Id<Space> id)
    {
        var gathering = await unit.Db.The<Gathering>().SingleAsync(g => g.Id == id.As<Gathering>());
        await unit.EndCodes(id);
        var ends = gathering.EndsAt is { } over && over + After > unit.Now ? over + After : unit.Now + Otherwise;
        var code = new RoomCode { Id = Id<RoomCode>.New(), SpaceId = id, CommunityId = gathering.CommunityId, Code = RoomCode.NewCode(), BegunById = by, BegunAt = unit.Now, EndsAt = ends };
        unit.Db.Add(code);
        unit.Journal(by, "code.begun", id.Value, gathering.CommunityId);
        unit.Tell(Streams.Hall(id));
        return code.Code;
    }

    /// <summary>The code that ended, to open it again.</summary>
    public static async Task<Id<RoomCode>?> EndCode(this Unit unit, Id<Actor> by, Id<Space> id)
    {
        if (await unit.EndCodes(id) is not { } code) return null;
        unit.Journal(by, "code.ended", id.Value, code.CommunityId, inverse: "code.reopened");
        unit.Tell(Streams.Hall(id));
        return code.Id;
    }

    public static async Task ReopenCode(this Unit unit, Id<Actor> by, Id<Space> id, Id<RoomCode> which)
    {
        if (await unit.Db.CodeOf(id, unit.Now) is not null || await unit.Db.The<RoomCode>().AsTracking().SingleOrDefaultAsync(c => c.Id == which && c.SpaceId == id) is not { } code) return;
        code.Reopen();
        unit.Journal(by, "code.reopened", id.Value, code.CommunityId);
        unit.Tell(Streams.Hall(id));
    }

    private static async Task<RoomCode?> EndCodes(this Unit unit, Id<Space> id)
    {
        var open = await unit.Db.The<RoomCode>().AsTracking().Where(c => c.SpaceId == id && c.EndedAt == null).OrderByDescending(c => c.Id).ToListAsync();
        foreach (var code in open) code.End(unit.Now);
        return open.FirstOrDefault();
    }
}
