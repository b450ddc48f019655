using Leaderful.Accounts;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities;

public static class Entering
{
    /// <summary>Makes the person a member, for the first time or again. Whether they may is the caller's question.</summary>
    public static async Task<Membership> Join(this Unit unit, Id<Community> community, Person person, JournalEntry? cause = null)
    {
        await unit.Hold(community);
        var membership = await unit.MembershipOf(community, person.Id);
        if (membership is { LeftAt: null }) return membership;
        if (membership is null) unit.Db.Add(membership = Membership.Of(community, (await unit.Db.FindAsync<Actor>(person.ActorId))!, person.Id, unit.Now));
        else membership.Rejoin(unit.Now);
        unit.Journal(person.ActorId, "member.joined", person.Id.Value, community, inverse: "member.left", cause: cause);
        unit.Tell(Streams.Of(person.Id));
        return membership;
    }

    public static Task<Membership?> MembershipOf(this Unit unit, Id<Community> community, Id<Person> person) =>
        unit.Db.The<Membership>().AsTracking().SingleOrDefaultAsync(m => m.CommunityId == community && m.PersonId == person);

    public static Task<Person> ThePerson(this Unit unit, Id<Person> id) => unit.Db.The<Person>().AsTracking().SingleAsync(p => p.Id == id);

    public static Task<string> NameOf(this Unit unit, Id<Actor> actor) => unit.Db.The<Actor>().Where(a => a.Id == actor).Select(a => a.Name).SingleAsync();

    /// <summary>
    /// Lets one unit at a time decide about who belongs to a community: two stewards who step down at once must not both find
    /// the other still there. SQLite has one writer anyway; PostgreSQL locks the row until the commit.
    /// </summary>
    public static Task Hold(this Unit unit, Id<Community> community) =>
        unit.Db.The<Community>().Where(c => c.Id == community).ExecuteUpdateAsync(c => c.SetProperty(x => x.CreatedAt, x => x.CreatedAt));
}
