using Leaderful.Accounts;
using Leaderful.Assets;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Commitments;

/// <summary>A commitment with the names of whom it concerns; a name that is empty is no longer here.</summary>
public sealed record ListedCommitment(Commitment It, string Doer, string? ToName, string? ToCircle)
{
    public Id<Person>? DoerPerson { get; init; }
    public Id<Actor> AuthorId { get; init; }
    public string Author { get; init; } = "";
    public Id<Scope> ScopeId { get; init; }
    public DateTime MadeAt { get; init; }
    public DateTime? DeletedAt { get; init; }
    public Id<Actor>? DeletedById { get; init; }

    /// <summary>What is in the way, as the doer said it last.</summary>
    public string? Barrier { get; init; }
}

public static class CommitmentQueries
{
    private const int Most = 200;

    /// <summary>How long it is still said on Today that somebody is no longer here.</summary>
    private static readonly TimeSpan ToldGone = TimeSpan.FromDays(14);

    private const int SoonDays = 7;

    internal static IQueryable<ListedCommitment> Listed(this Db db, IQueryable<Commitment> which, IQueryable<Thing> things) =>
        from c in which
        join t in things on c.Id.As<Thing>() equals t.Id
        join doer in db.The<Actor>() on c.DoerId equals doer.Id
        join author in db.The<Actor>() on t.AuthorId equals author.Id
        from to in db.The<Actor>().Where(a => a.Id == c.ToActorId).DefaultIfEmpty()
        from circle in db.The<Circle>().Where(x => x.Id == c.ToCircleId).DefaultIfEmpty()
        select new ListedCommitment(c, doer.Name, to!.Name, circle!.Name)
        {
            DoerPerson = doer.PersonId, AuthorId = author.Id, Author = author.Name, ScopeId = t.ScopeId, MadeAt = t.CreatedAt,
            DeletedAt = t.DeletedAt, DeletedById = t.DeletedById,
            Barrier = c.BarredAt == null ? null
                : db.The<CheckIn>().Where(k => k.CommitmentId == c.Id && k.Kind == CheckInKind.Barrier).OrderByDescending(k => k.At).Select(k => k.Line).FirstOrDefault(),
        };

    /// <summary>Those of a community that stand and that this reader may see.</summary>
    private static IQueryable<ListedCommitment> Seen(this Db db, Session me, Here here, IQueryable<Commitment> which)
    {
        var (community, scopes) = (here.Id, me.Scopes);
        var aside = me.SetAside.Where(a => a.In == community).Select(a => a.Other).ToList();
        // What somebody asks of my offers whom I would rather not read waits unread, as though I had not answered yet.
        if (aside.Count > 0) which = which.Where(c => !db.The<Exchange>().Any(e => e.CommitmentId == c.Id) || !db.The<Thing>().Any(t => t.Id == c.Id.As<Thing>() && aside.Contains(t.AuthorId)));
        return db.Listed(which.Where(c => c.CommunityId == community), db.The<Thing>().Where(t => t.DeletedAt == null && scopes.Contains(t.ScopeId)));
    }

    /// <summary>Those of some that this reader is concerned with.</summary>
    internal static Task<List<ListedCommitment>> CommitmentsAmong(this Db db, Session me, Here here, IQueryable<Commitment> which)
    {
        var actor = me.ActorId;
        return db.Seen(me, here, which.Where(c => c.DoerId == actor || c.ToActorId == actor)).Latest();
    }

    /// <summary>What concerns this person: theirs to do, what they asked of others, and what was promised to them or to a circle of theirs.</summary>
    public static async Task<List<ListedCommitment>> MyCommitments(this Db db, Session me, Here here)
    {
        var (actor, circles) = (me.ActorId, me.Circles.Select(c => c.Id).ToList());
        return await db.Seen(me, here, db.Concerning(actor, db.The<Circle>().Where(c => circles.Contains(c.Id)))).Latest();
    }

    internal static IQueryable<Commitment> Concerning(this Db db, Id<Actor> actor, IQueryable<Circle> circles) => db.The<Commitment>().Where(c =>
        c.DoerId == actor || c.ToActorId == actor || db.The<Thing>().Any(t => t.Id == c.Id.As<Thing>() && t.AuthorId == actor) || circles.Any(x => x.Id == c.ToCircleId));

    /// <summary>Where a circle answers for what it promised: what was made on its page, and what is on its rung.</summary>
    public static Task<List<ListedCommitment>> LedgerOf(this Db db, Viewer viewer, CircleHead circle)
    {
        var (origin, rung) = (circle.Id.As<Thing>(), circle.ScopeId);
        return db.Seen(viewer.Me, viewer.Here, db.The<Commitment>().Where(c => c.OriginId == origin || db.The<Thing>().Any(t => t.Id == c.Id.As<Thing>() && t.ScopeId == rung))).Latest();
    }

    /// <summary>What was made on a page, or on a conversation or a post in it.</summary>
    public static Task<List<ListedCommitment>> CommitmentsOn(this Db db, Viewer viewer, Id<Thing> origin)
    {
        var conversation = origin.As<Conversation>();
        return db.Seen(viewer.Me, viewer.Here, db.The<Commitment>().Where(c => c.OriginId == origin
            || db.The<Post>().Any(p => p.Id.As<Thing>() == c.OriginId && p.ConversationId == conversation))).Latest();
    }

    /// <summary>What wants something of this person: an answer to an offer, a look because the day is near or has passed; who has gone that promised them something, and who would rather not do what they asked.</summary>
    public static async Task<List<ListedCommitment>> CommitmentsToday(this Db db, Session me, Here here, DateTime now)
    {
        var (actor, soon, lately) = (me.ActorId, (DateOnly?)Day.Today(now).AddDays(SoonDays), now - ToldGone);
        var found = await db.Seen(me, here, db.The<Commitment>().Where(c =>
            (c.DoerId == actor && c.ReleasedAt == null && c.KeptAt == null && (c.AcceptedAt == null || c.Due <= soon))
            || (c.ToActorId == actor && c.ReleasedById == Actor.House && c.ReleasedAt > lately)
            || (c.DoerId != actor && c.ReleasedById == c.DoerId && c.ReleasedAt > lately && db.The<Thing>().Any(t => t.Id == c.Id.As<Thing>() && t.AuthorId == actor)))).Latest();
        // What its doer has spoken of since its day needs nothing more.
        return [.. found.Where(f => !f.It.IsOpen || f.It.IsQuiet(now) || !Day.IsOver(f.It.Due!.Value, now)).OrderBy(f => f.It.IsOffered ? 0 : 1).ThenBy(f => f.It.Due)];
    }

    internal static Task<List<ListedCommitment>> Latest(this IQueryable<ListedCommitment> all) => all.OrderByDescending(c => c.MadeAt).Take(Most).AsNoTracking().ToListAsync();

    /// <summary>What of those taken down this reader may put back.</summary>
    public static async Task<List<BinItem>> CommitmentsInBin(this Db db, Session me, Here here, DateTime since)
    {
        var (actor, scopes, community) = (me.ActorId, me.Scopes, here.Id);
        var found = await (
            from c in db.The<Commitment>()
            join t in db.The<Thing>() on c.Id.As<Thing>() equals t.Id
            where c.CommunityId == community && scopes.Contains(t.ScopeId) && t.DeletedAt > since
                && (t.DeletedById == actor || (here.IsSteward && t.DeletedById != t.AuthorId))
            orderby t.DeletedAt descending
            select new { c.Id, c.What, At = t.DeletedAt!.Value }).ToListAsync();
        return found.ConvertAll(c => new BinItem(default, null, c.What, "", "", c.At) { Commitment = c.Id });
    }
}
