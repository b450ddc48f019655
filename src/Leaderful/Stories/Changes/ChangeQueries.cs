using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Stories.Changes;

/// <summary>What was chosen, with who wrote it down.</summary>
public sealed record ListedChoice(ChangeChoice It, string By);

public static class ChangeQueries
{
    private const int Most = 200;

    public static Task<List<ChangeHead>> ChangesIn(this Db db, Viewer viewer) => db.ChangesOf(viewer, db.The<Thing>().Where(t => t.DeletedAt == null), db.The<SignificantChange>()).Take(Most).ToListAsync();

    /// <summary>The stories that were put in, of those this reader may read.</summary>
    public static Task<List<StoryHead>> StoriesOf(this Db db, Viewer viewer, Id<SignificantChange> id) =>
        db.HeadsOf(viewer, db.The<Thing>().Where(t => t.DeletedAt == null), db.The<Story>().Where(s => db.The<ChangeStory>().Any(c => c.ChangeId == id && c.StoryId == s.Id))).Take(Most).ToListAsync();

    /// <summary>What this person tells and could put in: what all who choose can read already.</summary>
    public static async Task<IReadOnlyList<StoryHead>> StoriesFor(this Db db, Viewer viewer, ChangeHead head)
    {
        var there = await db.The<ChangeStory>().Where(s => s.ChangeId == head.Id).Select(s => s.StoryId).ToListAsync();
        return [.. (await db.StoriesIn(viewer)).Where(s => s.Tells && head.IsReadByAll(viewer, s) && !there.Contains(s.Id))];
    }

    public static bool IsReadByAll(this ChangeHead head, Viewer viewer, StoryHead story) => story.ScopeId == head.ScopeId || story.ScopeId == viewer.Here.ScopeId;

    /// <summary>Every reason, from the first round on.</summary>
    public static Task<List<ListedChoice>> ChoicesOf(this Db db, Id<SignificantChange> id) => (
        from c in db.The<ChangeChoice>()
        join a in db.The<Actor>() on c.ById equals a.Id
        where c.ChangeId == id
        orderby c.Round, c.At
        select new ListedChoice(c, a.Name)).AsNoTracking().ToListAsync();

    public static async Task<List<BinItem>> ChangesInBin(this Db db, Viewer viewer, DateTime since)
    {
        var (me, steward) = (viewer.Me.ActorId, viewer.Here.IsSteward);
        var things = db.The<Thing>().Where(t => t.DeletedAt > since && (t.AuthorId == me || steward));
        return [.. (await db.ChangesOf(viewer, things, db.The<SignificantChange>().Where(c => c.Question != "")).ToListAsync())
            .Select(c => new BinItem(default, null, c.It.Question, "", "", c.DeletedAt!.Value) { Change = c.Id })];
    }

    internal static IQueryable<ChangeHead> ChangesOf(this Db db, Viewer viewer, IQueryable<Thing> things, IQueryable<SignificantChange> which)
    {
        var (here, scopes) = (viewer.Here.Id, viewer.Me.Scopes);
        return (
            from c in which
            join t in things on c.Id.As<Thing>() equals t.Id
            where c.CommunityId == here && scopes.Contains(t.ScopeId)
            orderby t.CreatedAt descending, c.Id
            select new ChangeHead(c, t.ScopeId, t.AuthorId, t.CreatedAt, t.DeletedAt)).AsNoTracking();
    }
}
