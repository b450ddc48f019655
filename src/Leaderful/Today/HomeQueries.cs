using Leaderful.Accounts;
using Leaderful.Care;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Communities.Front;
using Leaderful.Communities.Requests;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace.Room;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Today;

/// <summary>One of mine, with what waits in it.</summary>
public sealed record Mine(Here Here, string Purpose, int RequestsWaiting, int NewConversations, int AtCircles, int CareWaiting);

public sealed record MyRequest(Id<JoinRequest> Id, string Slug, string Name, string Dye, string Mark, DateTime AskedAt, Answer? Answer, string Word);

public sealed record HomeModel(IReadOnlyList<Mine> Mine, IReadOnlyList<MyRequest> Requests, IReadOnlyList<Sight> Others, bool MoreOthers)
{
    /// <summary>What they said they would come to, or may come to, in whichever community.</summary>
    public IReadOnlyList<ListedGathering> Next { get; init; } = [];

    /// <summary>Where this browser takes part by a name alone, elsewhere than where they belong.</summary>
    public RoomBack? Room { get; init; }
}

public static class HomeQueries
{
    private const int OthersShown = 6;
    private static readonly TimeSpan ShownAfterAnswer = TimeSpan.FromDays(14);

    public static async Task<HomeModel> Home(this Db db, Session me, DateTime now)
    {
        var mine = me.Communities.Select(c => c.Id).ToList();
        var others = await db.The<Community>().FindableBy(me)
            .Where(c => !mine.Contains(c.Id) && c.Joining != Joining.Invitation)
            .Where(c => !db.The<JoinRequest>().Any(r => r.CommunityId == c.Id && r.PersonId == me.PersonId && r.ClosedAt == null))
            .Sights(db).Take(OthersShown + 1).ToListAsync();
        return new HomeModel(await db.MineOf(me), await db.RequestsOf(me.PersonId, now), [.. others.Take(OthersShown)], others.Count > OthersShown)
        {
            Next = await db.NextOf(me, mine, now, most: 3),
        };
    }

    private static async Task<List<Mine>> MineOf(this Db db, Session me)
    {
        var ids = me.Communities.Select(c => c.Id).ToList();
        var purposes = await db.The<Community>().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Purpose);
        var tended = me.Communities.Where(c => c.IsSteward).Select(c => c.Id).ToList();
        var waiting = await db.The<JoinRequest>().Where(r => tended.Contains(r.CommunityId) && r.ClosedAt == null)
            .GroupBy(r => r.CommunityId).ToDictionaryAsync(g => g.Key, g => g.Count());
        var news = await db.NewsByCommunity(me);
        var atCircles = await db.RequestsFor(me).GroupBy(r => r.CommunityId).ToDictionaryAsync(g => g.Key, g => g.Count());
        var care = await db.CareWaiting(me, me.Communities);
        return [.. me.Communities.Select(c => new Mine(
            c, purposes.GetValueOrDefault(c.Id, ""), waiting.GetValueOrDefault(c.Id), news.GetValueOrDefault(c.Id), atCircles.GetValueOrDefault(c.Id), care.GetValueOrDefault(c.Id)))];
    }

    /// <summary>What I asked: still open, or declined lately; once accepted it is one of mine.</summary>
    private static Task<List<MyRequest>> RequestsOf(this Db db, Id<Person> person, DateTime now) => (
        from request in db.The<JoinRequest>()
        join community in db.The<Community>() on request.CommunityId equals community.Id
        where request.PersonId == person
            && (request.ClosedAt == null || (request.Answer == Answer.Declined && request.ClosedAt > now - ShownAfterAnswer))
            && !db.The<Membership>().Any(m => m.CommunityId == community.Id && m.PersonId == person && m.LeftAt == null)
        orderby request.AskedAt descending
        select new MyRequest(request.Id, community.Slug, community.Name, community.Dye, community.Mark, request.AskedAt, request.Answer, request.Word)).ToListAsync();
}
