using Leaderful.Accounts;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities;

public static class Entering
{
    /// <summary>Makes the person a member, for the first time or again. Whether they may is the caller's question.</summary>
    public static async Task<Membership> Join(this Unit unit, Id<Community> community, Person person)
    {
        var membership = await unit.Db.The<Membership>().AsTracking().SingleOrDefaultAsync(m => m.CommunityId == community && m.PersonId == person.Id);
        if (membership is { LeftAt: null }) return membership;
        if (membership is null) unit.Db.Add(membership = Membership.Of(community, person.Id, unit.Now));
        else membership.Rejoin(unit.Now);
        unit.Journal(person.ActorId, "member.joined", person.Id.Value, community, inverse: "member.left");
        unit.Tell(Streams.Of(person.Id));
        return membership;
    }
}
