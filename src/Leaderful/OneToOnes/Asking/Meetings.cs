using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OneToOnes.Asking;

/// <summary>A one-to-one as it stands in one of the two's calendar.</summary>
public sealed record Meeting(OneToOne One, int Sequence, string With);

public static class MeetingQueries
{
    /// <summary>For a calendar elsewhere: what somebody planned, and what they agreed to; not what was left or declined.</summary>
    public static async Task<IReadOnlyList<Meeting>> MeetingsOf(this Db db, Id<Actor> me, IReadOnlyList<Id<Community>> communities, DateTime since, int most)
    {
        var stands =
            from o in db.The<OneToOne>()
            join t in db.The<Thing>() on o.Id.As<Thing>() equals t.Id
            where communities.Contains(o.CommunityId) && o.EndsAt > since && o.LeftAt == null && t.DeletedAt == null
            select new { o, t.AuthorId };
        var own = await (
            from x in stands.Where(x => x.AuthorId == me)
            from a in db.The<Actor>().Where(a => a.Id == x.o.WithId).DefaultIfEmpty()
            from r in db.The<OneToOneRequest>().Where(r => r.OneToOneId == x.o.Id).DefaultIfEmpty()
            where r!.DeclinedAt == null
            orderby x.o.StartsAt
            select new Meeting(x.o, (int?)r.Sequence ?? 0, a!.Name ?? x.o.WithName)).Take(most).AsNoTracking().ToListAsync();
        var asked = await (
            from x in stands
            join r in db.The<OneToOneRequest>().Where(r => r.OtherId == me && r.AgreedAt != null) on x.o.Id equals r.OneToOneId
            join a in db.The<Actor>() on x.AuthorId equals a.Id
            where db.The<Membership>().Any(m => m.CommunityId == x.o.CommunityId && m.PersonId == a.PersonId && m.LeftAt == null)
            orderby x.o.StartsAt
            select new Meeting(x.o, r.Sequence, a.Name)).Take(most).AsNoTracking().ToListAsync();
        return [.. own, .. asked];
    }
}
