using Leaderful.Accounts;
using Leaderful.Assets.Calls;
using Leaderful.Care;
using Leaderful.Circles;
using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Communities.Requests;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Drafts;
using Leaderful.Following;
using Leaderful.Gatherings;
using Leaderful.OneToOnes;
using Leaderful.OpenSpace.Reports;
using Leaderful.Pages;
using Leaderful.Pages.Mentions;
using Leaderful.Rounds;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Today;

/// <summary>What is alive in one community for one person.</summary>
public sealed record TodayModel(Community Community, Membership Mine, int Members, int Stewards, int RequestsWaiting, News News, IReadOnlyList<ListedConversation> Lately)
{
    /// <summary>Who would like to belong to a circle of theirs.</summary>
    public IReadOnlyList<WaitingForCircle> AtCircles { get; init; } = [];
    /// <summary>What speaks to them by name and they have not read.</summary>
    public IReadOnlyList<Spoken> ToMe { get; init; } = [];

    /// <summary>Pages that name them and that they have not opened since.</summary>
    public IReadOnlyList<NamingPage> NamedOn { get; init; } = [];

    public WelcomePage? Welcome { get; init; }

    /// <summary>Posts that wait for those who tend the community.</summary>
    public int CareWaiting { get; init; }

    /// <summary>Posts of theirs they were asked to write anew.</summary>
    public IReadOnlyList<OpenCase> ToMend { get; init; } = [];

    /// <summary>What they took on or are asked to, where it wants something.</summary>
    public IReadOnlyList<ListedCommitment> Commitments { get; init; } = [];

    /// <summary>What rounds of one-to-ones want of them.</summary>
    public IReadOnlyList<RoundToday> Rounds { get; init; } = [];

    /// <summary>Calls for help that reached them, and theirs that somebody can help with.</summary>
    public IReadOnlyList<ListedCall> Calls { get; init; } = [];

    /// <summary>Sessions they called that are over and of which nobody has written.</summary>
    public IReadOnlyList<UnreportedSession> ToReport { get; init; } = [];

    /// <summary>What they began and have not sent.</summary>
    public IReadOnlyList<BegunDraft> Begun { get; init; } = [];

    /// <summary>How many words of theirs somebody asks to quote.</summary>
    public int Quotes { get; init; }

    /// <summary>What they said they would come to, or may come to.</summary>
    public IReadOnlyList<ListedGathering> Next { get; init; } = [];

    /// <summary>Gatherings that wait for their answer.</summary>
    public IReadOnlyList<ListedGathering> Asked { get; init; } = [];

    /// <summary>Whom they meet, who would like to meet them, and whom they meant to thank.</summary>
    public OneToOnesToday OneToOnes { get; init; } = new([], [], []);
}

public static class TodayQueries
{
    public static async Task<TodayModel> Today(this Db db, Session me, Here here, DateTime now)
    {
        var members = db.The<Membership>().Where(m => m.CommunityId == here.Id && m.LeftAt == null);
        var news = await db.NewsIn(me, here);
        return new TodayModel(
            await db.The<Community>().SingleAsync(c => c.Id == here.Id),
            await members.SingleAsync(m => m.PersonId == me.PersonId),
            await members.CountAsync(),
            await members.CountAsync(m => m.StewardSince != null),
            here.IsSteward ? await db.The<JoinRequest>().CountAsync(r => r.CommunityId == here.Id && r.ClosedAt == null) : 0,
            news,
            news.Conversations > 0 ? [] : await db.LatelyIn(me, here))
        {
            AtCircles = await db.RequestsFor(me).Where(r => r.CommunityId == here.Id).Waiting(db),
            ToMe = await db.SpokenTo(me, here, most: 3),
            NamedOn = await db.PagesNaming(me, here, most: 3),
            Welcome = await db.WelcomeOf(here.Id),
            CareWaiting = await db.CareWaiting(me, here),
            ToMend = await db.ToMend(me, here),
            Next = await db.NextOf(me, [here.Id], now, most: 2),
            Asked = await db.AskedOf(me, [here.Id], now, most: 3),
            Commitments = await db.CommitmentsToday(me, here, now),
            ToReport = await db.ToReport(me, here, now),
        };
    }
}
