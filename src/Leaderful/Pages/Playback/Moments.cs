using Leaderful.Data;
using Leaderful.Yjs;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Pages.Playback;

/// <summary>How a page stood when somebody paused: after which row of its log, when, and after which row the step began.</summary>
public sealed record Moment(long Number, DateTime At, long After);

/// <summary>The life of a page in steps: what was written without a pause is one, and there are never more than can be told apart on a slider.</summary>
public static class Moments
{
    public const int Most = 300;
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    public static async Task<IReadOnlyList<Moment>> MomentsOf(this Db db, Id<Page> id)
    {
        var rows = await db.Ask($"""SELECT "Number", "At" FROM page_updates WHERE "PageId" = {id} ORDER BY "Number" """, row => (Number: row.Long(0), At: row.Time(1)));
        return Of(rows);
    }

    public static IReadOnlyList<Moment> Of(IReadOnlyList<(long Number, DateTime At)> rows)
    {
        var ends = Enumerable.Range(0, rows.Count).Where(i => i + 1 == rows.Count || rows[i + 1].At - rows[i].At > Pause).ToList();
        if (ends.Count > Most) ends = [.. Enumerable.Range(1, Most).Select(n => ends[(int)((long)n * ends.Count / Most) - 1])];
        return [.. ends.Select((end, i) => new Moment(rows[end].Number, rows[end].At, i == 0 ? 0 : rows[ends[i - 1]].Number))];
    }

    /// <summary>The moment a row of the log belongs to.</summary>
    public static int StepOf(this IReadOnlyList<Moment> moments, long number)
    {
        for (var i = 0; i < moments.Count; i++)
            if (moments[i].Number >= number) return i;
        return moments.Count - 1;
    }

    /// <summary>Whose hand each client is.</summary>
    public static Task<Dictionary<long, Id<Actor>>> HandsOf(this Db db, Id<Page> id) =>
        db.The<PageWriter>().Where(w => w.PageId == id).ToDictionaryAsync(w => w.Client, w => w.ActorId);

    /// <summary>Who wrote in the step that led to a moment.</summary>
    public static async Task<IReadOnlyList<string>> WroteIn(this Db db, Id<Page> id, Moment moment)
    {
        var rows = await db.Ask($"""
            SELECT "Bytes" FROM page_updates WHERE "PageId" = {id} AND "Number" > {moment.After} AND "Number" <= {moment.Number}
            """, row => row.Bytes(0));
        var clients = rows.SelectMany(bytes => YUpdate.Inspect(bytes).Clients).Select(c => c.Client).Distinct().ToHashSet();
        var writers = await (
            from w in db.The<PageWriter>()
            join a in db.The<Actor>() on w.BroughtBackById ?? w.ActorId equals a.Id
            where w.PageId == id
            select new { w.Client, a.Name }).ToListAsync();
        return [.. writers.Where(w => clients.Contains(w.Client)).Select(w => w.Name).Distinct().Order(StringComparer.Ordinal)];
    }
}
