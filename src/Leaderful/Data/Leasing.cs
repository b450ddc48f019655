using Microsoft.EntityFrameworkCore;

namespace Leaderful.Data;

/// <summary>
/// A row is taken by moving its due time forward, on the condition that it is still where it was seen: of several nodes one
/// succeeds, and where that node dies the row comes due again by itself.
/// </summary>
public static class Leasing
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
        TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(12), TimeSpan.FromHours(12),
    ];

    public static async Task<OutboxRow?> Lend(this Unit unit, IReadOnlyCollection<string> kinds)
    {
        var due = await unit.Db.The<OutboxRow>().AsNoTracking()
            .Where(o => o.DueAt <= unit.Now && o.GivenUpAt == null && kinds.Contains(o.Kind))
            .OrderBy(o => o.DueAt).Take(8).ToListAsync();
        foreach (var row in due)
        {
            var until = unit.Now + Lease;
            var taken = await unit.Seen(row).ExecuteUpdateAsync(o => o
                .SetProperty(x => x.DueAt, until).SetProperty(x => x.Attempts, x => x.Attempts + 1));
            if (taken == 0) continue;
            (row.DueAt, row.Attempts) = (until, row.Attempts + 1);
            return row;
        }
        return null;
    }

    public static Task Finish(this Unit unit, OutboxRow row) => unit.Seen(row).ExecuteDeleteAsync();

    public static Task Return(this Unit unit, OutboxRow row) =>
        unit.Seen(row).ExecuteUpdateAsync(o => o.SetProperty(x => x.DueAt, unit.Now).SetProperty(x => x.Attempts, row.Attempts - 1));

    public static Task Fail(this Unit unit, OutboxRow row, string error, bool forGood)
    {
        var givenUp = forGood || row.Attempts > Waits.Length ? unit.Now : (DateTime?)null;
        var dueAt = givenUp ?? unit.Now + Waits[row.Attempts - 1];
        return unit.Seen(row).ExecuteUpdateAsync(o => o
            .SetProperty(x => x.DueAt, dueAt).SetProperty(x => x.GivenUpAt, givenUp).SetProperty(x => x.LastError, error));
    }

    /// <summary>The row, if nobody else has touched it since.</summary>
    private static IQueryable<OutboxRow> Seen(this Unit unit, OutboxRow row) =>
        unit.Db.The<OutboxRow>().Where(o => o.Id == row.Id && o.DueAt == row.DueAt);
}
