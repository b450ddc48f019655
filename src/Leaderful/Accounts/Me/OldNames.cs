using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Accounts;

/// <summary>A name on imported posts that wrote from the address of the person who looks.</summary>
public sealed record OldName(Id<Actor> Id, string Name, string Community, int Posts);

public static class OldNames
{
    /// <summary>Only for an address that was proved: what somebody merely typed opens nobody's past.</summary>
    public static async Task<IReadOnlyList<OldName>> OldNamesOf(this Db db, Session me, AddressHasher hasher)
    {
        if (!await db.The<Person>().AnyAsync(p => p.Id == me.PersonId && p.EmailProvedAt != null)) return [];
        var hash = hasher.Hash(me.Email);
        return await (
            from actor in db.Unclaimed(hash)
            join community in db.The<Community>() on actor.CommunityId equals community.Id
            orderby community.Name
            select new OldName(actor.Id, actor.Name, community.Name, db.The<Thing>().Count(t => t.AuthorId == actor.Id && t.DeletedAt == null))).ToListAsync();
    }

    /// <summary>From now on what was said under this name is theirs.</summary>
    public static async Task<OldName?> ClaimOldName(this Unit unit, Session me, Id<Actor> id, byte[] hash)
    {
        if (await unit.Mine(me, id, hash) is not { } actor) return null;
        actor.Claim(me.ActorId, unit.Now);
        unit.Journal(me.ActorId, "name.claimed", id.Value, actor.CommunityId);
        unit.Tell(Streams.Of(me.PersonId));
        return new OldName(id, actor.Name, "", 0);
    }

    public static async Task<OldName?> EraseOldName(this Unit unit, Session me, Id<Actor> id, byte[] hash, bool words)
    {
        if (await unit.Mine(me, id, hash) is not { } actor) return null;
        var old = new OldName(id, actor.Name, "", 0);
        if (words) await unit.EraseWords([id]);
        actor.Erase(unit.Now);
        unit.Journal(me.ActorId, words ? "name.erased-with-words" : "name.erased", id.Value, actor.CommunityId);
        unit.Tell(Streams.Of(me.PersonId));
        return old;
    }

    public static IQueryable<Actor> Unclaimed(this Db db, byte[] hash) =>
        db.The<Actor>().Where(a => a.Kind == ActorKind.ImportedName && a.AddressHash == hash && a.ClaimedById == null && a.ErasedAt == null);

    private static async Task<Actor?> Mine(this Unit unit, Session me, Id<Actor> id, byte[] hash) =>
        await unit.Db.The<Person>().AnyAsync(p => p.Id == me.PersonId && p.EmailProvedAt != null)
            ? await unit.Db.Unclaimed(hash).AsTracking().SingleOrDefaultAsync(a => a.Id == id)
            : null;
}
