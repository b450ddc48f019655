using Leaderful.Accounts;
using Leaderful.Accounts.Guests;
using Leaderful.Data;
using Leaderful.Live;
using Leaderful.Shared;

namespace Leaderful.OpenSpace.Wall;

/// <summary>The wall as a hall watches it: what is on right now is drawn whole, for there are few who watch.</summary>
public sealed class HallLive(Fragments fragments, WallLive wall, TimeProvider time) : ILiveSource
{
    public const string KindOfStream = "hall";

    public string Kind => KindOfStream;

    public Task<bool> MayRead(Db db, Session session, string id) => wall.MayRead(db, session, id);

    public Task<bool> MayRead(Db db, RoomGuest guest, string id) => wall.MayRead(db, guest, id);

    public Task<long> Version(Db db, string id) => wall.Version(db, id);

    public async Task<LiveChange?> Since(Db db, string id, long version, Words words)
    {
        if (!Id<Space>.TryParse(id, null, out var own) || await Version(db, id) is var now && now <= version) return null;
        var around = await db.AroundOf(own);
        var state = await db.HallOf(own, around, time.Utc());
        return new LiveChange(now, await fragments.Render<HallNow>(new(StringComparer.Ordinal) { ["State"] = state, ["Words"] = words })) { Rung = around.Rung };
    }
}
