using Leaderful.Accounts;
using Leaderful.Accounts.Guests;
using Leaderful.Communities;
using Leaderful.Communities.Agreements;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Live;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Wall;

/// <summary>A wall as it is watched: the slips that came, changed or went.</summary>
public sealed class WallLive(Fragments fragments, TimeProvider time) : ILiveSource
{
    public const string KindOfStream = "wall";

    public string Kind => KindOfStream;

    public async Task<bool> MayRead(Db db, Session session, string id) =>
        Id<Space>.TryParse(id, null, out var own)
        && await db.The<Thing>().Where(t => t.Id == own.As<Thing>() && t.DeletedAt == null).Select(t => new { t.CommunityId, t.ScopeId }).SingleOrDefaultAsync() is { CommunityId: { } community } thing
        && AgreementGate.LetsRead(session, community, thing.ScopeId, time.Utc());

    public Task<bool> MayRead(Db db, RoomGuest guest, string id) =>
        Task.FromResult(Id<Space>.TryParse(id, null, out var own) && guest.RoomId == own.As<Thing>());

    public async Task<long> Version(Db db, string id) =>
        Id<Space>.TryParse(id, null, out var own) ? await db.The<Space>().Where(s => s.Id == own).Select(s => s.Version).SingleOrDefaultAsync() : 0;

    public async Task<LiveChange?> Since(Db db, string id, long version, Words words)
    {
        if (!Id<Space>.TryParse(id, null, out var own) || await Version(db, id) <= version) return null;
        var (board, around) = (await db.BoardOf(own), await db.AroundOf(own));
        return new LiveChange(board.Space.Version, await fragments.Render<WallChange>(new(StringComparer.Ordinal)
        {
            ["Board"] = board, ["Words"] = words, ["Address"] = around.Address, ["Seen"] = version, ["Local"] = around.Local(time.Utc()),
        })) { Rung = around.Rung };
    }
}

/// <summary>Where a wall is, for who draws it outside a request.</summary>
public sealed record WallAround(string Address, string Zone, Id<Scope> Rung)
{
    public DateTime Local(DateTime now) => WallClock.Local(now, Zone);
}

public static class WallsAround
{
    public static Task<WallAround> AroundOf(this Db db, Id<Space> id) => (
        from g in db.The<Gathering>()
        join t in db.The<Thing>() on g.Id.As<Thing>() equals t.Id
        join c in db.The<Community>() on g.CommunityId equals c.Id
        where g.Id == id.As<Gathering>()
        select new WallAround($"/c/{c.Slug}/gatherings/{id}/wall", g.Zone, t.ScopeId)).SingleAsync();
}
