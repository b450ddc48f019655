using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Commitments;

/// <summary>Something became of a commitment: its own page is told, the lists of those it concerns, and the ledgers it is in.</summary>
internal static class TellingLists
{
    public static async Task TellOf(this Unit unit, Id<Commitment> id)
    {
        var found = await (
            from c in unit.Db.The<Commitment>()
            join t in unit.Db.The<Thing>() on c.Id.As<Thing>() equals t.Id
            where c.Id == id
            select new { It = c, t.AuthorId, t.ScopeId }).AsNoTracking().SingleAsync();
        await unit.TellOf(found.It, found.AuthorId, found.ScopeId);
    }

    public static async Task TellOf(this Unit unit, Commitment it, Id<Actor> author, Id<Scope> rung)
    {
        unit.Tell(Streams.Of(it.Id));
        foreach (var member in await unit.Db.Concerned(it, author).ToListAsync()) unit.Tell(Streams.Promises(member));
        var on = it.OriginId?.As<Circle>();
        foreach (var circle in await unit.Db.The<Circle>().Where(c => c.Id == on || c.ScopeId == rung).Select(c => c.Id).ToListAsync())
            foreach (var ledger in Streams.Ledgers(circle)) unit.Tell(ledger);
    }

    /// <summary>Whose list it stands in: whoever does it, made it or is promised it, and those of a circle that is.</summary>
    private static IQueryable<Id<Membership>> Concerned(this Db db, Commitment it, Id<Actor> author)
    {
        var (community, doer, to, circle) = (it.CommunityId, it.DoerId, it.ToActorId, it.ToCircleId);
        return
            from m in db.The<Membership>()
            join p in db.The<Person>() on m.PersonId equals p.Id
            where m.CommunityId == community && m.LeftAt == null && (p.ActorId == doer || p.ActorId == author || p.ActorId == to
                || (circle != null && db.The<CircleMembership>().Any(c => c.CircleId == circle && c.PersonId == p.Id && c.LeftAt == null)))
            select m.Id;
    }
}
