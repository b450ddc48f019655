using Leaderful.Accounts;
using Leaderful.Communities.Agreements;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Invitations;

public enum Used { Joined, Inside, Closed }

public static class Inviting
{
    public const int MostMailsInAnHour = 50;
    public const int MostToOneInADay = 3;

    /// <summary>An invitation is whoever holds its link. The token is shown once; only its hash is kept.</summary>
    public static (CapabilityLink Link, string Token) Invite(
        this Unit unit, Id<Community> community, Id<Actor> by, DateTime expiresAt, int? uses, string? email = null)
    {
        var token = CapabilityLink.NewToken();
        var link = new CapabilityLink
        {
            Id = Id<CapabilityLink>.New(), TokenHash = CapabilityLink.Hash(token), Purpose = LinkPurpose.Invitation, CommunityId = community,
            Email = email, CreatedById = by, CreatedAt = unit.Now, ExpiresAt = expiresAt, MaxUses = uses,
        };
        unit.Db.Add(link);
        unit.Journal(by, "invitation.made", link.Id.Value, community, inverse: "invitation.ended");
        return (link, token);
    }

    /// <summary>Whoever founds a community may write to any address in this house's name: not often, and not again and again to one.</summary>
    public static async Task<bool> HasMailedEnough(this Db db, Id<Actor> by, string email, DateTime now)
    {
        var mailed = db.The<CapabilityLink>().Where(l => l.Purpose == LinkPurpose.Invitation && l.Email != null);
        var (hour, day) = (now - TimeSpan.FromHours(1), now - TimeSpan.FromDays(1));
        return await mailed.CountAsync(l => l.CreatedById == by && l.CreatedAt > hour) >= MostMailsInAnHour
            || await mailed.CountAsync(l => l.Email == email && l.CreatedAt > day) >= MostToOneInADay;
    }

    /// <summary>
    /// Comes in by an invitation. The statement that counts the use also asks whether one is left, so that no crowd at one
    /// link gets past its number; who is inside already uses none up. Whoever was sent away needs one that was made since: a
    /// link they still hold does not undo it.
    /// </summary>
    public static async Task<Used> ComeIn(this Unit unit, string token, Id<Community> community, Person person, IReadOnlyList<Agreed> agreed)
    {
        await unit.Hold(community);
        var before = await unit.MembershipOf(community, person.Id);
        if (before is { LeftAt: null }) return Used.Inside;
        if (before is { EndedById: not null, LeftAt: { } sentAway } && !(await unit.Db.FindLink(token, LinkPurpose.Invitation, unit.Now) is { } made && made.CreatedAt >= sentAway))
            return Used.Closed;
        if (await unit.Consume(token, LinkPurpose.Invitation) is not { } link || link.CommunityId != community) return Used.Closed;
        await unit.Join(community, person, unit.Journal(person.ActorId, "invitation.used", link.Id.Value, community));
        await unit.CloseRequest(community, person);
        await unit.Db.SaveChangesAsync();
        await unit.Accept(community, person, agreed);
        return Used.Joined;
    }

    /// <summary>Who came in by a link waits for no answer any more.</summary>
    private static Task<int> CloseRequest(this Unit unit, Id<Community> community, Person person) =>
        unit.Db.The<Requests.JoinRequest>().Where(r => r.CommunityId == community && r.PersonId == person.Id && r.ClosedAt == null)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.ClosedAt, unit.Now).SetProperty(x => x.Answer, Requests.Answer.Withdrawn));
}
