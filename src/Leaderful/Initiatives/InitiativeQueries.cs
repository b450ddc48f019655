using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Initiatives.Sentences;
using Leaderful.Initiatives.Teams;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Initiatives;

/// <summary>A line of the list: what it is, the sentence it holds to, how many carry it.</summary>
public sealed record ListedInitiative(Id<Initiative> Id, string Title, string Purpose, int Team, bool Carries, Id<Scope> ScopeId, DateTime BegunAt)
{
    public OrganizingSentence? Sentence { get; init; }
}

public static class InitiativeQueries
{
    public const int Most = 200;

    /// <summary>Those of a community that this reader sees, the latest first.</summary>
    public static async Task<IReadOnlyList<ListedInitiative>> InitiativesIn(this Db db, Session me, Here here)
    {
        var (actor, scopes) = (me.ActorId, me.Scopes);
        var found = await (
            from i in db.The<Initiative>()
            join t in db.The<Thing>() on i.Id.As<Thing>() equals t.Id
            where i.CommunityId == here.Id && t.DeletedAt == null && scopes.Contains(t.ScopeId)
            orderby t.CreatedAt descending, i.Id descending
            select new ListedInitiative(
                i.Id, i.Title, i.Purpose, db.The<TeamMember>().Count(m => m.InitiativeId == i.Id && m.LeftAt == null),
                db.The<TeamMember>().Any(m => m.InitiativeId == i.Id && m.ActorId == actor && m.LeftAt == null), t.ScopeId, t.CreatedAt)).Take(Most).ToListAsync();
        var sentences = await db.SentencesNow(found.ConvertAll(i => i.Id));
        return found.ConvertAll(i => i with { Sentence = sentences.GetValueOrDefault(i.Id) });
    }

    /// <summary>Initiatives taken down that this person may put back.</summary>
    public static async Task<List<BinItem>> InitiativesInBin(this Db db, Session me, Here here, DateTime since)
    {
        var (actor, scopes) = (me.ActorId, me.Scopes);
        var found = await (
            from i in db.The<Initiative>()
            join t in db.The<Thing>() on i.Id.As<Thing>() equals t.Id
            where i.CommunityId == here.Id && scopes.Contains(t.ScopeId) && t.DeletedAt > since && i.Title != ""
                && (t.DeletedById == actor || db.The<TeamMember>().Any(m => m.InitiativeId == i.Id && m.ActorId == actor && m.LeftAt == null)
                    || (here.IsSteward && !db.The<TeamMember>().Any(m => m.InitiativeId == i.Id && m.LeftAt == null)))
            orderby t.DeletedAt descending
            select new { i.Id, i.Title, At = t.DeletedAt!.Value }).ToListAsync();
        return found.ConvertAll(i => new BinItem(default, null, i.Title, "", "", i.At) { Initiative = i.Id });
    }
}
