using Leaderful.Communities.Agreements;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Invitations;

/// <summary>An invitation as its holder sees it.</summary>
public sealed record Invited(CapabilityLink Link, Community Community, string By, int Members, IReadOnlyList<Agreed> Agreements);

public static class InvitationAccess
{
    public static async Task<Invited?> ForHolding(Db db, string token, DateTime now)
    {
        if (await db.FindLink(token, LinkPurpose.Invitation, now) is not { CommunityId: { } id } link) return null;
        return new Invited(
            link,
            await db.The<Community>().SingleAsync(c => c.Id == id),
            await db.The<Actor>().Where(a => a.Id == link.CreatedById).Select(a => a.Name).SingleAsync(),
            await db.MemberCount(id),
            await db.AgreementsOf(id));
    }
}
