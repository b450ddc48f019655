using Leaderful.Accounts;
using Leaderful.Communities.Requests;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Front;

/// <summary>A community from outside: what whoever finds it may know.</summary>
public sealed record Sight(Id<Community> Id, string Slug, string Name, string Purpose, string Dye, string Mark, Finding Finding, Joining Joining, int Members)
{
    public string Path => Community.PathOf(Slug);
}

/// <summary>One of mine, with what waits in it.</summary>
public sealed record Mine(Here Here, string Purpose, int RequestsWaiting);

public sealed record MyRequest(Id<JoinRequest> Id, string Slug, string Name, string Dye, string Mark, DateTime AskedAt, Answer? Answer, string Word);

public static class HomeQueries
{
    private static readonly TimeSpan ShownAfterAnswer = TimeSpan.FromDays(14);

    public static IQueryable<Sight> Sights(this IQueryable<Community> communities, Db db) =>
        communities.OrderBy(c => c.Name).ThenBy(c => c.Id).Select(c => new Sight(
            c.Id, c.Slug, c.Name, c.Purpose, c.Dye, c.Mark, c.Finding, c.Joining,
            db.The<Membership>().Count(m => m.CommunityId == c.Id && m.LeftAt == null)));

    public static async Task<List<Mine>> MineOf(this Db db, Session me)
    {
        var ids = me.Communities.Select(c => c.Id).ToList();
        var purposes = await db.The<Community>().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Purpose);
        var tended = me.Communities.Where(c => c.IsSteward).Select(c => c.Id).ToList();
        var waiting = await db.The<JoinRequest>().Where(r => tended.Contains(r.CommunityId) && r.ClosedAt == null)
            .GroupBy(r => r.CommunityId).ToDictionaryAsync(g => g.Key, g => g.Count());
        return [.. me.Communities.Select(c => new Mine(c, purposes.GetValueOrDefault(c.Id, ""), waiting.GetValueOrDefault(c.Id)))];
    }

    /// <summary>What I asked: still open, or declined lately; once accepted it is one of mine.</summary>
    public static Task<List<MyRequest>> RequestsOf(this Db db, Id<Person> person, DateTime now) => (
        from request in db.The<JoinRequest>()
        join community in db.The<Community>() on request.CommunityId equals community.Id
        where request.PersonId == person
            && (request.ClosedAt == null || (request.Answer == Answer.Declined && request.ClosedAt > now - ShownAfterAnswer))
            && !db.The<Membership>().Any(m => m.CommunityId == community.Id && m.PersonId == person && m.LeftAt == null)
        orderby request.AskedAt descending
        select new MyRequest(request.Id, community.Slug, community.Name, community.Dye, community.Mark, request.AskedAt, request.Answer, request.Word)).ToListAsync();
}
