using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Preparing;
using Leaderful.OpenSpace.Wall;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Accounts.Guests;

/// <summary>A guest comes, goes, or turns out to be somebody the house knows.</summary>
public static class GuestWrites
{
    public const int LongestName = 60;

    /// <summary>As many as come in to one room. Each has dots there, so their number has an end.</summary>
    public const int MostInRoom = 5_000;

    /// <summary>The guest's token; null where the room is full.</summary>
    public static async Task<string?> Welcome(this Unit unit, Id<Community> community, Id<Thing> room, string name)
    {
        await unit.HoldFrame(room.As<Space>());
        if (await unit.Db.The<GuestPass>().CountAsync(p => p.RoomId == room) >= MostInRoom) return null;
        var token = CapabilityLink.NewToken();
        var actor = new Actor { Id = Id<Actor>.New(), Kind = ActorKind.RoomGuest, Name = name, CommunityId = community };
        var pass = new GuestPass { Id = Id<GuestPass>.New(), CommunityId = community, RoomId = room, ActorId = actor.Id, TokenHash = CapabilityLink.Hash(token), BegunAt = unit.Now };
        unit.Db.AddRange(actor, pass);
        unit.Journal(actor.Id, "guest.came", room.Value, community);
        return token;
    }

    /// <summary>From now on what was done under the pass is the person's.</summary>
    public static async Task ClaimGuest(this Unit unit, Session me, Id<GuestPass> id)
    {
        if (await unit.Db.The<GuestPass>().AsTracking().SingleOrDefaultAsync(p => p.Id == id && p.EndedAt == null) is not { } pass) return;
        var actor = await unit.Db.The<Actor>().AsTracking().SingleAsync(a => a.Id == pass.ActorId);
        if (actor.ClaimedById is not null || actor.ErasedAt is not null) return;
        actor.Claim(me.ActorId, unit.Now);
        pass.End(unit.Now);
        await unit.Rehang(pass.RoomId);
        unit.Journal(me.ActorId, "guest.claimed", pass.RoomId.Value, pass.CommunityId);
        unit.Tell(GuestPasses.StreamOf(id));
        unit.Tell(Streams.Of(me.PersonId));
    }

    /// <summary>The pass ends on this browser; with <paramref name="name"/> the name goes from whatever was done under it too, and the pictures of papers in their hand.</summary>
    public static async Task EndGuest(this Unit unit, Id<GuestPass> id, bool name)
    {
        if (await unit.Db.The<GuestPass>().AsTracking().SingleOrDefaultAsync(p => p.Id == id && p.EndedAt == null) is not { } pass) return;
        pass.End(unit.Now);
        if (name)
        {
            (await unit.Db.The<Actor>().AsTracking().SingleAsync(a => a.Id == pass.ActorId)).Erase(unit.Now);
            await unit.DropPapersOf(pass.ActorId);
            await unit.Rehang(pass.RoomId);
        }
        unit.Journal(pass.ActorId, "guest.left", pass.RoomId.Value, pass.CommunityId);
        unit.Tell(GuestPasses.StreamOf(id));
    }
}
