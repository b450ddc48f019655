using Leaderful.Accounts;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Search;
using Leaderful.Stories.Moments;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Stories;

/// <summary>Thirty days after a story was taken down its words go, and whatever was quoted in it.</summary>
public sealed class StoryPurging(Writes writes) : PurgeWork<Story>(writes)
{
    public const string KindOfWork = "story.purge";

    public override string Kind => KindOfWork;

    protected override Task Purge(Unit unit, Id<Story> id) => unit.Blank(unit.Db.The<Story>().Where(s => s.Id == id));
}

public static class BlankingStories
{
    internal static async Task Blank(this Unit unit, IQueryable<Story> which)
    {
        var stories = await which.AsTracking().ToListAsync();
        await unit.ForgetMomentsIn(stories.ConvertAll(s => s.Id));
        foreach (var story in stories) story.Blank();
    }

    /// <summary>Whoever goes takes the stories they tell along, and their own words out of those of others; a story of us stays its team's.</summary>
    internal static async Task EraseStories(this Unit unit, IReadOnlyCollection<Id<Actor>> actors)
    {
        var own = unit.Db.The<Thing>().Where(t => t.Kind == ThingKind.Story && actors.Contains(t.AuthorId));
        await unit.Blank(unit.Db.The<Story>().Where(s => own.Any(t => t.Id == s.Id.As<Thing>())));
        await unit.TakeDown(own);
        await unit.ForgetMomentsOf(actors);
    }

    /// <summary>What was opened to a circle that ends is its teller's own again.</summary>
    internal static async Task ReturnStories(this Unit unit, Id<Scope> rung)
    {
        var db = unit.Db;
        var things = await db.The<Thing>().Where(t => t.Kind == ThingKind.Story && t.ScopeId == rung).Select(t => t.Id).ToListAsync();
        await db.The<Thing>().Where(t => things.Contains(t.Id)).ExecuteUpdateAsync(t => t.SetProperty(
            x => x.ScopeId, x => db.The<Person>().Where(p => p.ActorId == x.AuthorId).Select(p => p.ScopeId).First()));
        unit.Reindex(things);
    }
}
