using Leaderful.Care;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Search;
using Leaderful.Shared;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>
/// A whole conversation on another rung. Narrower only where everybody whose words stand in it still reads them; wider only
/// where every word in it is one's own: what somebody said to a few was not said to more.
/// </summary>
public static class Rungs
{
    public const string Verb = "conversation.moved";
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Those it can go to, for whoever may tend it.</summary>
    public static async Task<IReadOnlyList<Rung>> RungsFor(this Db db, Viewer viewer, ConversationHead head)
    {
        var possible = new List<Rung>();
        foreach (var rung in Ladder.In(viewer.Me, viewer.Here).Where(r => r.Id != head.ScopeId))
            if (await db.MayGo(viewer.Me.ActorId, head.Id, head.ScopeId == viewer.Here.ScopeId, rung.Circle?.Id)) possible.Add(rung);
        return possible;
    }

    /// <summary>The journal's entry; null where it cannot go there any more. What is read by whom follows within the same commit.</summary>
    public static async Task<Id<JournalEntry>?> MoveTo(this Unit unit, Id<Actor> by, Id<Conversation> id, Rung to)
    {
        if (await unit.HoldWhole(id) is not { } held || held.Whole.ScopeId == to.Id) return null;
        if (!await unit.Db.MayGo(by, id, held.Whole.ScopeId == held.Community.ScopeId, to.Circle?.Id)) return null;
        return await unit.Bring(by, id, held.Whole, to.Id);
    }

    /// <summary>As it was, by whoever moved it, within the hour and while nothing was said in it since: those who come back in had read it all.</summary>
    public static async Task<bool> MoveBack(this Unit unit, Id<Actor> by, Id<Conversation> id, Id<JournalEntry> move, IReadOnlyList<Rung> rungs)
    {
        if (await unit.HoldWhole(id) is not { } held) return false;
        var (db, since) = (unit.Db, unit.Now - Window);
        var entry = await db.The<JournalEntry>().AsNoTracking().SingleOrDefaultAsync(j => j.Id == move && j.Subject == id.Value && j.Verb == Verb && j.ActorId == by && j.At > since);
        if (entry is null) return false;
        var left = await db.The<JournalEntry>().Where(j => j.CommunityId == entry.CommunityId && j.At == entry.At && j.CauseId == move).Select(j => j.Subject).SingleAsync();
        if (rungs.FirstOrDefault(r => r.Id.Value == left) is not { } to || to.Id == held.Whole.ScopeId) return false;
        if (!await db.IsUntouched(id, entry) && !await db.MayGo(by, id, held.Whole.ScopeId == held.Community.ScopeId, to.Circle?.Id)) return false;
        await unit.Bring(by, id, held.Whole, to.Id);
        return true;
    }

    private static async Task<(Community Community, Thing Whole)?> HoldWhole(this Unit unit, Id<Conversation> id)
    {
        if (await unit.Whole(id) is not { CommunityId: { } community }) return null;
        // Who belongs to a circle stays so until the commit.
        await unit.Hold(community);
        await unit.Hold(id);
        return await unit.Whole(id) is { IsDeleted: false } whole ? (await unit.Db.The<Community>().AsNoTracking().SingleAsync(c => c.Id == community), whole) : null;
    }

    private static async Task<Id<JournalEntry>> Bring(this Unit unit, Id<Actor> by, Id<Conversation> id, Thing whole, Id<Scope> to)
    {
        await unit.BringAlong(id, to);
        var entry = unit.Journal(by, Verb, id.Value, whole.CommunityId, inverse: Verb);
        unit.Journal(by, "conversation.left-rung", whole.ScopeId.Value, whole.CommunityId, cause: entry);
        return entry.Id;
    }

    /// <summary>Every word of it comes onto another rung, and is found there.</summary>
    internal static async Task BringAlong(this Unit unit, Id<Conversation> id, Id<Scope> to)
    {
        var db = unit.Db;
        var posts = (await db.The<Post>().Where(p => p.ConversationId == id).Select(p => p.Id).ToListAsync()).ConvertAll(p => p.As<Thing>());
        foreach (var some in posts.Append(id.As<Thing>()).Chunk(500).Select(some => some.ToList()))
            await db.The<Thing>().Where(t => some.Contains(t.Id)).ExecuteUpdateAsync(t => t.SetProperty(x => x.ScopeId, to));
        await unit.RedrawPlacesIn(id);
        await unit.RedrawPlacesLeft(id);
        unit.ReindexWhole(id);
    }

    private static async Task<bool> MayGo(this Db db, Id<Actor> by, Id<Conversation> id, bool isTheCommunitys, Id<Circle>? circle) =>
        await db.IsAllBy(by, id) || (isTheCommunitys && circle is { } into && await db.AllBelong(id, into));

    /// <summary>Everybody whose words stand in it belongs to the circle.</summary>
    private static async Task<bool> AllBelong(this Db db, Id<Conversation> id, Id<Circle> circle) => !await (
        from p in db.The<Post>()
        join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
        join w in db.The<Actor>() on t.AuthorId equals w.Id
        join a in db.The<Actor>() on w.ClaimedById ?? w.Id equals a.Id
        where p.ConversationId == id && t.DeletedAt == null
            && !db.The<CircleMembership>().Any(m => m.CircleId == circle && m.LeftAt == null && db.The<Accounts.Person>().Any(x => x.Id == m.PersonId && x.ActorId == a.Id))
        select p.Id).AnyAsync();

    /// <summary>Every post, taken down or not, the title, and what was asked about any of them.</summary>
    private static async Task<bool> IsAllBy(this Db db, Id<Actor> me, Id<Conversation> id) =>
        !await (
            from p in db.The<Post>()
            join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
            join w in db.The<Actor>() on t.AuthorId equals w.Id
            where p.ConversationId == id && p.MovedPostId == null && (w.ClaimedById ?? w.Id) != me
            select p.Id).AnyAsync()
        && !await db.The<CareCase>().AnyAsync(c => db.The<Post>().Any(p => p.Id == c.PostId && p.ConversationId == id))
        && !await db.The<JournalEntry>().AnyAsync(j => j.Subject == id.Value && j.ActorId != me && (j.Verb == "conversation.begun" || j.Verb == "conversation.renamed"));

    private static async Task<bool> IsUntouched(this Db db, Id<Conversation> id, JournalEntry move) =>
        !await (
            from p in db.The<Post>()
            join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
            where p.ConversationId == id && (t.CreatedAt > move.At || p.EditedAt > move.At || t.DeletedAt > move.At)
            select p.Id).AnyAsync()
        && !await db.The<CareCase>().AnyAsync(c => db.The<Post>().Any(p => p.Id == c.PostId && p.ConversationId == id))
        && !await db.The<JournalEntry>().AnyAsync(j => j.Subject == id.Value && j.At > move.At && j.Verb == "conversation.renamed");
}
