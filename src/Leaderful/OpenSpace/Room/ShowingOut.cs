using Leaderful.Accounts.Guests;
using Leaderful.Data;
using Leaderful.OpenSpace.Convergence;
using Leaderful.OpenSpace.Preparing;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Room;

/// <summary>A guest as whoever holds the room finds them: who came under which name, and never what they put where.</summary>
public sealed record CameIn(Id<GuestPass> Id, string Name, DateTime At, bool HasLeft);

/// <summary>The guests of a room. Who left still has their place, or one browser would come in again and again with new dots.</summary>
public static class ShowingOut
{
    public const int Listed = 100;

    public static async Task<(int Count, IReadOnlyList<CameIn> Latest)> GuestsOf(this Db db, Id<Space> id)
    {
        var all = db.The<GuestPass>().Where(p => p.RoomId == id.As<Thing>());
        var latest = await (
            from p in all
            join a in db.The<Actor>() on p.ActorId equals a.Id
            where a.ClaimedById == null
            orderby p.Id descending
            select new CameIn(p.Id, a.Name, p.BegunAt, p.EndedAt != null)).Take(Listed).ToListAsync();
        return (await all.CountAsync(), latest);
    }

    /// <summary>As though they had not come in: the pass goes, and their dots. Somebody who said meanwhile who they are is a guest no longer.</summary>
    public static async Task<int> ShowOut(this Unit unit, Id<Actor> by, Id<Space> id, IReadOnlyList<Id<GuestPass>> passes)
    {
        if (await unit.HoldFrame(id) is not { } space) return 0;
        var guests = await unit.Db.The<GuestPass>().AsTracking()
            .Where(p => passes.Contains(p.Id) && p.RoomId == id.As<Thing>() && unit.Db.The<Actor>().Any(a => a.Id == p.ActorId && a.ClaimedById == null)).ToListAsync();
        foreach (var guest in guests)
        {
            await unit.Db.ForgetDots(guest.ActorId);
            unit.Db.Remove(guest);
            unit.Journal(by, "guest.shown-out", id.Value, space.CommunityId);
            unit.Tell(GuestPasses.StreamOf(guest.Id));
        }
        return guests.Count;
    }
}
