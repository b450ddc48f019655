using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Search;
using Leaderful.Shared;
using Leaderful.Shared.Web;
using Leaderful.Stories;
using Leaderful.Stories.Moments;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Pages;

/// <summary>
/// A page on another rung, with what is said beside it. To a circle only where everybody who wrote there belongs, so that nobody
/// loses their own words; to more people only by whoever began it, who says in a line what for.
/// </summary>
public static class PageRungs
{
    /// <summary>The one it stands on and those it can go to, for whoever may tend it.</summary>
    public static async Task<IReadOnlyList<Rung>> RungsFor(this Db db, Viewer viewer, PageHead page)
    {
        var all = Ladder.In(viewer.Me, viewer.Here);
        var (now, possible) = (all.On(page.ScopeId), new List<Rung>());
        foreach (var rung in all)
            if (rung == now || await db.MayGo(viewer.Me.ActorId, page.Id, page.AuthorId, now, rung)) possible.Add(rung);
        return possible;
    }

    /// <summary>False where it cannot go there any more. Whoever no longer reads it is let go with the commit.</summary>
    public static async Task<bool> MovePage(this Unit unit, Id<Actor> by, Id<Page> id, Rung from, Rung to, string reason)
    {
        if (await unit.FindPage(id) is not { } page) return false;
        // Who belongs to a circle stays so until the commit.
        await unit.Hold(page.CommunityId);
        var thing = await unit.Db.The<Thing>().AsTracking().SingleAsync(t => t.Id == id.As<Thing>());
        if (thing.IsDeleted || thing.ScopeId != from.Id || !await unit.Db.MayGo(by, id, thing.AuthorId, from, to)) return false;
        (thing.ScopeId, page.Reason) = (to.Id, to.IsWiderThan(from) ? reason : "");
        foreach (var beside in await unit.Db.The<Conversation>().Where(c => c.IsBeside && c.AboutId == thing.Id).Select(c => c.Id).ToListAsync())
            await unit.BringAlong(beside, to.Id);
        await unit.AskMomentsAnew(id.As<Story>(), to.Id, to.IsWiderThan(from));
        // What is for a few welcomes nobody else.
        if (to.Circle is not null) page.EndWelcome();
        var entry = unit.Journal(by, "page.moved", id.Value, page.CommunityId, inverse: "page.moved");
        unit.Journal(by, "page.left-rung", from.Id.Value, page.CommunityId, cause: entry);
        unit.Reindex(thing.Id);
        unit.Tell(Streams.Of(id));
        return true;
    }

    private static async Task<bool> MayGo(this Db db, Id<Actor> by, Id<Page> id, Id<Actor> author, Rung from, Rung to) =>
        (by == author || !to.IsWiderThan(from)) && (to.Circle is not { } circle || await db.AllWritersBelong(id, author, circle));

    /// <summary>Whoever wrote on it or beside it and is still here; who has left the community reads nothing of it either way.</summary>
    private static async Task<bool> AllWritersBelong(this Db db, Id<Page> id, Id<Actor> author, OwnCircle circle)
    {
        var (thing, writers) = (id.As<Thing>(), db.The<PageWriter>().Where(w => w.PageId == id));
        var beside =
            from c in db.The<Conversation>()
            join p in db.The<Post>() on c.Id equals p.ConversationId
            join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
            where c.IsBeside && c.AboutId == thing && t.DeletedAt == null
            select t.AuthorId;
        return !await (
            from m in db.The<Membership>()
            join p in db.The<Person>() on m.PersonId equals p.Id
            where m.CommunityId == circle.CommunityId && m.LeftAt == null && (p.ActorId == author || writers.Any(w => w.ActorId == p.ActorId) || beside.Any(a => a == p.ActorId))
                && !db.The<CircleMembership>().Any(b => b.CircleId == circle.Id && b.PersonId == m.PersonId && b.LeftAt == null)
            select m.PersonId).AnyAsync();
    }
}
