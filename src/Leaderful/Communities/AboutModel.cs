using Leaderful.Communities.Agreements;
using Leaderful.Communities.Members;
using Leaderful.Communities.Requests;
using Leaderful.Data;
using Leaderful.Pages;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities;

/// <summary>What whoever finds a community reads of it, and their own way in.</summary>
public sealed record AboutModel(Community Community, int Members, IReadOnlyList<Agreed> Agreements, WayIn Way, WelcomePage? Welcome, Form Form)
{
    public static async Task<AboutModel> Of(Db db, Viewer viewer, Community community, Form? form = null) => new(
        community,
        await db.MemberCount(community.Id),
        await db.AgreementsOf(community.Id),
        await WayOf(db, viewer, community),
        await db.WelcomeOf(community.Id),
        form ?? Form.Empty);

    public static async Task<WayIn> WayOf(Db db, Viewer viewer, Community community)
    {
        if (viewer.Session is not { } me) return community.Joining == Joining.Invitation ? WayIn.Invitation : WayIn.SignIn;
        var membership = await db.The<Membership>().SingleOrDefaultAsync(m => m.CommunityId == community.Id && m.PersonId == me.PersonId);
        if (membership is { LeftAt: null }) return WayIn.Inside;
        if (membership?.EndedById is not null) return WayIn.Invitation;
        if (await db.The<JoinRequest>().AnyAsync(r => r.CommunityId == community.Id && r.PersonId == me.PersonId && r.ClosedAt == null)) return WayIn.Asked;
        return community.Joining switch { Joining.Open => WayIn.Open, Joining.Request => WayIn.Request, _ => WayIn.Invitation };
    }
}

/// <summary>How the one who looks could come in; whoever was sent away, by invitation only.</summary>
public enum WayIn { Inside, SignIn, Open, Request, Asked, Invitation }
