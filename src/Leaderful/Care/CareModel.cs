using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Communities.Agreements;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Care;

public sealed record OpenCase(Id<CareCase> Id, Id<Community> CommunityId, Id<Actor> AuthorId, string Author, string Title, DateTime Since);

public sealed record LogLine(Id<CareCase> Id, string By, Verdict Verdict, string Why, DateTime At, string Author, string Title, string? Agreement);

public sealed record MyReport(Id<CareCase> Id, string Author, string Title, DateTime At, Verdict? Verdict);

/// <summary>How much somebody who tends the community decided lately. Listed by name: it is no contest.</summary>
public sealed record Load(string Name, int Decided);

public sealed record CareModel(IReadOnlyList<OpenCase> Waiting, IReadOnlyList<OpenCase> Own, IReadOnlyList<LogLine> Log, IReadOnlyList<Load> Loads, IReadOnlyList<MyReport> Mine, int Page)
{
    public bool HasMore { get; init; }
}

public static class CareQueries
{
    public const int PageSize = 50;
    public const int LoadDays = 90;

    public static async Task<CareModel> Care(this Db db, Session me, Here here, DateTime now, int page)
    {
        var open = await db.OpenCases(me, [here.Id], all: here.IsSteward).ToListAsync();
        var log = await db.CareLog(me, here).Skip((page - 1) * PageSize).Take(PageSize + 1).ToListAsync();
        return new CareModel(
            [.. open.Where(o => o.AuthorId != me.ActorId)], [.. open.Where(o => o.AuthorId == me.ActorId)], [.. log.Take(PageSize)],
            here.IsSteward ? await db.LoadsIn(here.Id, now - TimeSpan.FromDays(LoadDays)) : [],
            await db.MyReports(me, here).Take(PageSize).ToListAsync(), page) { HasMore = log.Count > PageSize };
    }

    /// <summary>How many wait for this steward.</summary>
    public static async Task<int> CareWaiting(this Db db, Session me, Here here) => (await db.CareWaiting(me, [here])).GetValueOrDefault(here.Id);

    /// <summary>As many as wait in each that they tend, in one question.</summary>
    public static async Task<IReadOnlyDictionary<Id<Community>, int>> CareWaiting(this Db db, Session me, IReadOnlyList<Here> places)
    {
        var tended = places.Where(h => h.IsSteward).Select(h => h.Id).ToList();
        if (tended.Count == 0) return new Dictionary<Id<Community>, int>();
        return (await db.OpenCases(me, tended, all: true).ToListAsync()).Where(o => o.AuthorId != me.ActorId).CountBy(o => o.CommunityId).ToDictionary();
    }

    /// <summary>Posts of theirs that they were asked to write anew, and have not.</summary>
    public static async Task<IReadOnlyList<OpenCase>> ToMend(this Db db, Session me, Here here)
    {
        var (actor, community) = (me.ActorId, here.Id);
        return await (
            from c in db.The<CareCase>()
            join p in db.The<Post>() on c.PostId equals p.Id
            join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
            join talk in db.The<Conversation>() on p.ConversationId equals talk.Id
            where t.AuthorId == actor && c.CommunityId == community && c.WaitingSince == null && c.DecidedAt != null && p.Folded == Fold.Mending && t.DeletedAt == null
            orderby c.DecidedAt
            select new OpenCase(c.Id, community, actor, me.Name, talk.Title, c.DecidedAt!.Value)).ToListAsync();
    }

    /// <summary>All that wait, for those who tend the community; for others, what is about their own.</summary>
    private static IQueryable<OpenCase> OpenCases(this Db db, Session me, List<Id<Community>> communities, bool all)
    {
        var (actor, scopes) = (me.ActorId, me.Scopes);
        return from c in db.The<CareCase>()
               join p in db.The<Post>() on c.PostId equals p.Id
               join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
               join w in db.The<Actor>() on t.AuthorId equals w.Id
               join a in db.The<Actor>() on w.ClaimedById ?? w.Id equals a.Id
               join talk in db.The<Conversation>() on p.ConversationId equals talk.Id
               where communities.Contains(c.CommunityId) && c.WaitingSince != null && scopes.Contains(t.ScopeId) && (all || a.Id == actor)
               orderby c.WaitingSince
               select new OpenCase(c.Id, c.CommunityId, a.Id, a.Name, talk.Title, c.WaitingSince!.Value);
    }

    private static IQueryable<LogLine> CareLog(this Db db, Session me, Here here)
    {
        var (actor, scopes, all, community) = (me.ActorId, me.Scopes, here.IsSteward, here.Id);
        return from d in db.The<CareDecision>()
               join who in db.The<Actor>() on d.ById equals who.Id
               join c in db.The<CareCase>() on d.CaseId equals c.Id
               join p in db.The<Post>() on c.PostId equals p.Id
               join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
               join w in db.The<Actor>() on t.AuthorId equals w.Id
               join a in db.The<Actor>() on w.ClaimedById ?? w.Id equals a.Id
               join talk in db.The<Conversation>() on p.ConversationId equals talk.Id
               from v in db.The<AgreementVersion>().Where(v => v.AgreementId == d.AgreementId && v.Number == d.AgreementVersion).DefaultIfEmpty()
               where d.CommunityId == community && scopes.Contains(t.ScopeId) && (all || a.Id == actor)
               orderby d.At descending, d.Id descending
               select new LogLine(c.Id, who.Name, d.Verdict, d.Why, d.At, a.Name, talk.Title, v!.Title);
    }

    private static IQueryable<MyReport> MyReports(this Db db, Session me, Here here)
    {
        var (actor, scopes, community) = (me.ActorId, me.Scopes, here.Id);
        return from r in db.The<CareReport>()
               join c in db.The<CareCase>() on r.CaseId equals c.Id
               join p in db.The<Post>() on c.PostId equals p.Id
               join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
               join w in db.The<Actor>() on t.AuthorId equals w.Id
               join a in db.The<Actor>() on w.ClaimedById ?? w.Id equals a.Id
               join talk in db.The<Conversation>() on p.ConversationId equals talk.Id
               where r.ById == actor && r.CommunityId == community && scopes.Contains(t.ScopeId)
               orderby r.At descending, r.Id descending
               select new MyReport(c.Id, a.Name, talk.Title, r.At,
                   db.The<CareDecision>().Where(d => d.CaseId == c.Id && d.At >= r.At && r.ClosedAt != null).OrderByDescending(d => d.At).ThenByDescending(d => d.Id).Select(d => (Verdict?)d.Verdict).FirstOrDefault());
    }

    private static Task<List<Load>> LoadsIn(this Db db, Id<Community> community, DateTime since) => (
        from m in db.The<Membership>()
        join person in db.The<Person>() on m.PersonId equals person.Id
        join a in db.The<Actor>() on person.ActorId equals a.Id
        where m.CommunityId == community && m.LeftAt == null && m.StewardSince != null
        orderby a.Name, a.Id
        select new Load(a.Name, db.The<CareDecision>().Count(d => d.CommunityId == community && d.ById == a.Id && d.At > since))).ToListAsync();
}
