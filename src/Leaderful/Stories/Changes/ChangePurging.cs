using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Stories.Changes;

/// <summary>Thirty days after a collection was taken down its question goes, and every reason.</summary>
public sealed class ChangePurging(Writes writes) : PurgeWork<SignificantChange>(writes)
{
    public const string KindOfWork = "change.purge";

    public override string Kind => KindOfWork;

    protected override Task Purge(Unit unit, Id<SignificantChange> id) => unit.Blank(unit.Db.The<SignificantChange>().Where(c => c.Id == id));
}

public static class BlankingChanges
{
    internal static async Task Blank(this Unit unit, IQueryable<SignificantChange> which)
    {
        var changes = await which.AsTracking().ToListAsync();
        var ids = changes.ConvertAll(c => c.Id);
        await unit.Db.The<ChangeChoice>().Where(c => ids.Contains(c.ChangeId)).ExecuteDeleteAsync();
        await unit.Db.The<ChangeStory>().Where(s => ids.Contains(s.ChangeId)).ExecuteDeleteAsync();
        foreach (var change in changes) change.Blank();
    }

    /// <summary>Whoever goes takes their reasons along, and a question under which nobody else put in anything.</summary>
    internal static async Task EraseChanges(this Unit unit, IReadOnlyCollection<Id<Actor>> actors)
    {
        var db = unit.Db;
        await db.The<ChangeChoice>().Where(c => actors.Contains(c.ById)).ExecuteDeleteAsync();
        var own = db.The<Thing>().Where(t => t.Kind == ThingKind.SignificantChange && actors.Contains(t.AuthorId)
            && !db.The<ChangeStory>().Any(s => s.ChangeId.As<Thing>() == t.Id && db.The<Thing>().Any(x => x.Id == s.StoryId.As<Thing>() && !actors.Contains(x.AuthorId))));
        var ids = (await own.Select(t => t.Id).ToListAsync()).ConvertAll(t => t.As<SignificantChange>());
        await unit.Blank(db.The<SignificantChange>().Where(c => ids.Contains(c.Id)));
        var things = ids.ConvertAll(c => c.As<Thing>());
        await unit.TakeDown(db.The<Thing>().Where(t => things.Contains(t.Id)));
    }
}
