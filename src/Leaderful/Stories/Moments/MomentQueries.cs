using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Stories.Moments;

/// <summary>A moment with the names it concerns; whoever has gone has none.</summary>
public sealed record ListedMoment(Moment It, string? Owner, Id<Person>? OwnerPerson, string Asker)
{
    public string OwnerIn(Words words) => (It.OwnerId is null ? It.OwnerName : Owner) is { Length: > 0 } name ? name : words["conversations.former"];
}

/// <summary>A line of the log as it is read.</summary>
public sealed record ListedStep(MomentStep It, string? By, Id<Moment> MomentId);

public static class MomentQueries
{
    private const int Most = 200;

    /// <summary>What this reader reads in a story: what they asked for or is theirs, and what was allowed for a rung they are on.</summary>
    public static Task<List<ListedMoment>> MomentsIn(this Db db, Viewer viewer, StoryHead head)
    {
        var (me, scopes, id) = (viewer.Me.ActorId, viewer.Me.Scopes, head.Id);
        return db.Listed(db.The<Moment>().Where(m => m.StoryId == id && m.EndedAt == null
            && (m.AskedById == me || m.OwnerId == me || (m.AllowedAt != null && m.AllowedFor != null && scopes.Contains(m.AllowedFor.Value))))).Take(Most).ToListAsync();
    }

    /// <summary>What this person asked for in a story, also what has ended.</summary>
    public static Task<List<ListedMoment>> MomentsAskedIn(this Db db, Viewer viewer, StoryHead head)
    {
        var (me, id) = (viewer.Me.ActorId, head.Id);
        return db.Listed(db.The<Moment>().Where(m => m.StoryId == id && m.AskedById == me)).Take(Most).ToListAsync();
    }

    /// <summary>Words of this person's that somebody asked for here, the latest first.</summary>
    public static async Task<IReadOnlyList<ListedMoment>> MyMoments(this Db db, Viewer viewer)
    {
        var (me, here) = (viewer.Me.ActorId, viewer.Here.Id);
        return [.. (await db.Listed(db.The<Moment>().Where(m => m.OwnerId == me && m.CommunityId == here)).ToListAsync()).AsEnumerable().Reverse().Take(Most)];
    }

    /// <summary>How many wait for an answer of theirs here.</summary>
    public static Task<int> MomentsWaiting(this Db db, Session me, Here here)
    {
        var (actor, community) = (me.ActorId, here.Id);
        return db.The<Moment>().CountAsync(m => m.OwnerId == actor && m.CommunityId == community && m.EndedAt == null && (m.AllowedFor == null || m.AllowedFor != m.AskedFor));
    }

    public static async Task<ListedMoment?> FindMoment(this Db db, Id<Moment> id) => await db.Listed(db.The<Moment>().Where(m => m.Id == id)).SingleOrDefaultAsync();

    /// <summary>The log of some moments, each from its beginning.</summary>
    public static async Task<ILookup<Id<Moment>, ListedStep>> StepsOf(this Db db, IReadOnlyList<Id<Moment>> moments) => (await (
        from s in db.The<MomentStep>()
        from a in db.The<Actor>().Where(a => a.Id == s.ById).DefaultIfEmpty()
        where moments.Contains(s.MomentId)
        orderby s.At, s.Id
        select new ListedStep(s, a!.Name, s.MomentId)).AsNoTracking().ToListAsync()).ToLookup(s => s.MomentId);

    /// <summary>How its story is called, whatever rung that stands on: its owner has to know where they are quoted.</summary>
    internal static async Task<string> TitleOf(this Db db, Id<Story> id) => (await db.TitlesOf([id]))[id];

    internal static async Task<IReadOnlyDictionary<Id<Story>, string>> TitlesOf(this Db db, IReadOnlyList<Id<Story>> ids) => (await db.Ask($"""
        SELECT s."Id", COALESCE(NULLIF(s."Title", ''), p."Title", '') FROM stories s LEFT JOIN pages p ON p."Id" = s."Id" WHERE s."Id" IN {ids}
        """, row => (Id: row.Id<Story>(0), Title: row.Text(1)))).ToDictionary(s => s.Id, s => s.Title);

    /// <summary>Who reads what stands on each of these rungs, for somebody who need not be on it.</summary>
    internal static async Task<IReadOnlyDictionary<Id<Scope>, string>> ReadersOn(this Db db, IReadOnlyCollection<Id<Scope>> rungs, Words words)
    {
        var ids = rungs.Distinct().ToList();
        var found = await (
            from s in db.The<Scope>()
            from c in db.The<Circle>().Where(c => c.Id == s.CircleId).DefaultIfEmpty()
            from h in db.The<Community>().Where(h => h.Id == s.CommunityId).DefaultIfEmpty()
            where ids.Contains(s.Id)
            select new { s.Id, s.Kind, Circle = c!.Name, Community = h!.Name }).ToListAsync();
        return found.ToDictionary(f => f.Id, f => f.Kind switch
        {
            ScopeKind.Circle => words.Say("stories.readers.circle", ("name", f.Circle ?? ""), ("community", f.Community ?? "")),
            ScopeKind.Community => words.Say("stories.readers.community", ("name", f.Community ?? "")),
            _ => words["stories.readers.teller"],
        });
    }

    private static IQueryable<ListedMoment> Listed(this Db db, IQueryable<Moment> which) => (
        from m in which
        join asker in db.The<Actor>() on m.AskedById equals asker.Id
        from owner in db.The<Actor>().Where(a => a.Id == m.OwnerId).DefaultIfEmpty()
        orderby m.AskedAt, m.Id
        select new ListedMoment(m, owner!.Name, owner.PersonId, asker.Name)).AsNoTracking();
}
