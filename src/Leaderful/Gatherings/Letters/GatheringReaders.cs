using Leaderful.Accounts;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Gatherings.Invitations;

namespace Leaderful.Gatherings.Letters;

public static class GatheringReaders
{
    /// <summary>Members who see a gathering, on whichever rung it stands, and may be written to.</summary>
    public static IQueryable<Person> SeenBy(this Db db, Id<Gathering> id) => db.ReadersOf(id.As<Thing>());

    /// <summary>Members who see it and cannot be written to.</summary>
    public static IQueryable<Person> UnreachedBy(this Db db, Id<Gathering> id) => db.UnreachedOf(id.As<Thing>());

    /// <summary>Of those who may be written to, whoever comes or may come.</summary>
    public static IQueryable<Person> Coming(this Db db, Id<Gathering> id) => db.SeenBy(id)
        .Where(p => db.The<GatheringAnswer>().Any(a => a.GatheringId == id && a.ActorId == p.ActorId && (a.Coming == Gatherings.Coming.Yes || a.Coming == Gatherings.Coming.Maybe)));

    /// <summary>Those who come or may come, and those who were asked and have said nothing: an earlier time may stand in their calendars.</summary>
    public static IQueryable<Person> Awaiting(this Db db, Id<Gathering> id) => db.SeenBy(id).Where(p =>
        db.The<GatheringAnswer>().Any(a => a.GatheringId == id && a.ActorId == p.ActorId && (a.Coming == Gatherings.Coming.Yes || a.Coming == Gatherings.Coming.Maybe))
        || (db.The<GatheringInvitation>().Any(i => i.GatheringId == id && i.PersonId == p.Id)
            && !db.The<GatheringAnswer>().Any(a => a.GatheringId == id && a.ActorId == p.ActorId && a.Coming != null)));
}
