using Leaderful.Accounts;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings.Invitations;

public static class ReplyAddresses
{
    /// <summary>A gathering may be moved after the letter went; whether it is over is asked when an answer comes.</summary>
    private const int LastsYears = 5;

    /// <summary>From now on an answer to the letters of these people finds its way.</summary>
    internal static async Task OpenRepliesOf(this Unit unit, CalendarInvitations calendars, Gathering gathering, IReadOnlyCollection<Person> people)
    {
        if (!calendars.TakesAnswers || gathering.Time is null) return;
        var thing = gathering.Id.As<Thing>();
        var known = (await unit.Db.The<CapabilityLink>().AsTracking().Where(l => l.ThingId == thing && l.Purpose == LinkPurpose.ComingByMail).ToListAsync())
            .ToDictionary(l => Convert.ToHexString(l.TokenHash), StringComparer.Ordinal);
        foreach (var person in people)
        {
            var hash = CapabilityLink.Hash(calendars.TokenOf(gathering.Id, person));
            // Whoever took another address and then this one again is written to at it again.
            if (known.TryGetValue(Convert.ToHexString(hash), out var link)) link.Reopen();
            else unit.Db.Add(new CapabilityLink
            {
                Id = Id<CapabilityLink>.New(), TokenHash = hash, Purpose = LinkPurpose.ComingByMail, PersonId = person.Id, CommunityId = gathering.CommunityId, ThingId = thing,
                Email = person.EmailKey, CreatedById = Actor.House, CreatedAt = unit.Now, ExpiresAt = unit.Now.AddYears(LastsYears),
            });
        }
    }
}
