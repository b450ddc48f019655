using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings.Calendars;

/// <summary>A feed as its person sees it: the address itself was shown once.</summary>
public sealed record OwnFeed(Id<CalendarFeed> Id, Whose Whose, string? Community, DateTime MadeAt);

/// <summary>Making an address for a calendar elsewhere, and ending it.</summary>
public static class Feeding
{
    public const int Most = 20;

    /// <summary>Nobody renews what a calendar program was given once.</summary>
    private const int LastsYears = 50;

    public static (Id<CalendarFeed> Id, string Token) MakeFeed(this Unit unit, Session me, Whose whose, Id<Community>? community)
    {
        var token = CapabilityLink.NewToken();
        var link = new CapabilityLink
        {
            Id = Id<CapabilityLink>.New(), TokenHash = CapabilityLink.Hash(token), Purpose = LinkPurpose.CalendarFeed, PersonId = me.PersonId, CommunityId = community,
            CreatedById = me.ActorId, CreatedAt = unit.Now, ExpiresAt = unit.Now.AddYears(LastsYears),
        };
        var feed = new CalendarFeed { Id = Id<CalendarFeed>.New(), PersonId = me.PersonId, LinkId = link.Id, Whose = whose, CommunityId = community };
        unit.Db.AddRange(link, feed);
        unit.Journal(me.ActorId, "feed.made", feed.Id.Value, inverse: "feed.ended");
        return (feed.Id, token);
    }

    public static async Task<bool> EndFeed(this Unit unit, Session me, Id<CalendarFeed> id)
    {
        var link = await unit.Db.The<CapabilityLink>().AsTracking()
            .SingleOrDefaultAsync(l => l.EndedAt == null && unit.Db.The<CalendarFeed>().Any(f => f.Id == id && f.PersonId == me.PersonId && f.LinkId == l.Id));
        if (link is null) return false;
        link.End(unit.Now);
        unit.Journal(me.ActorId, "feed.ended", id.Value);
        return true;
    }

    public static Task<List<OwnFeed>> FeedsOf(this Db db, Id<Person> person) => (
        from f in db.The<CalendarFeed>()
        join l in db.The<CapabilityLink>() on f.LinkId equals l.Id
        where f.PersonId == person && l.EndedAt == null
        orderby l.CreatedAt
        select new OwnFeed(f.Id, f.Whose, db.The<Community>().Where(c => c.Id == f.CommunityId).Select(c => c.Name).FirstOrDefault(), l.CreatedAt)).ToListAsync();

    /// <summary>With an account go its feeds; calendars that ask for them find nothing.</summary>
    internal static Task ForgetFeeds(this Unit unit, Id<Person> person) => unit.Db.The<CalendarFeed>().Where(f => f.PersonId == person).ExecuteDeleteAsync();
}
