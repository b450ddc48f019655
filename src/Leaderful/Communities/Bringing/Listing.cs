using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Bringing;

/// <summary>What a steward does with a list before anybody is invited.</summary>
public static class Listing
{
    /// <summary>Keeps what a file says, to be looked at. Nobody is written to.</summary>
    public static GuestList List(this Unit unit, Id<Community> community, Id<Actor> by, Table table)
    {
        var guess = ColumnGuess.Of(table);
        var width = table.Rows.Max(r => r.Cells.Count);
        var list = new GuestList
        {
            Id = Id<GuestList>.New(), CommunityId = community, MadeById = by, MadeAt = unit.Now,
            Columns = [.. table.Columns, .. Enumerable.Repeat("", Math.Max(0, width - table.Columns.Count))],
            EmailColumn = guess.Email, NameColumn = guess.Name, MoreNameColumn = guess.MoreName,
        };
        unit.Db.Add(list);
        foreach (var row in table.Rows)
        {
            var kept = new GuestRow { Id = Id<GuestRow>.New(), ListId = list.Id, CommunityId = community, Number = row.Number, Cells = row.Cells };
            kept.Says(RowReading.Of(list, row.Cells, row.IsOpen));
            unit.Db.Add(kept);
        }
        unit.Journal(by, "guests.listed", list.Id.Value, community);
        unit.Enqueue(GuestExpiry.KindOfWork, list.Id.Value, unit.Now + GuestList.Kept);
        return list;
    }

    /// <summary>Reads the rows anew by other columns. What a steward mended stays as it was typed.</summary>
    public static async Task<bool> SetColumns(this Unit unit, Id<GuestList> id, ColumnGuess columns)
    {
        if (await unit.Unstarted(id) is not { } list) return false;
        (list.EmailColumn, list.NameColumn, list.MoreNameColumn) = (columns.Email, columns.Name, columns.MoreName);
        foreach (var row in await unit.Rows(id).Where(r => r.MendedAt == null).ToListAsync())
            row.Says(RowReading.Of(list, row.Cells, row.Trouble == RowTrouble.Open));
        return true;
    }

    /// <summary>Takes what was typed into rows, and leaves out those that are to be.</summary>
    public static async Task Mend(this Unit unit, Id<GuestList> id, IReadOnlyDictionary<int, RowReading?> typed)
    {
        if (await unit.Unstarted(id) is null) return;
        var numbers = typed.Keys.ToList();
        foreach (var row in await unit.Rows(id).Where(r => numbers.Contains(r.Number)).ToListAsync())
        {
            if (typed[row.Number] is { } reading) row.Mend(reading, unit.Now);
            else row.LeftOutAt ??= unit.Now;
        }
    }

    /// <summary>Whatever cannot be used stays out.</summary>
    public static async Task LeaveOut(this Unit unit, Id<GuestList> id)
    {
        if (await unit.Unstarted(id) is null) return;
        await unit.Rows(id).Where(r => r.EmailKey == null && r.LeftOutAt == null).ExecuteUpdateAsync(r => r.SetProperty(x => x.LeftOutAt, unit.Now));
    }

    public static async Task PutBack(this Unit unit, Id<GuestList> id)
    {
        if (await unit.Unstarted(id) is null) return;
        await unit.Rows(id).Where(r => r.LeftOutAt != null).ExecuteUpdateAsync(r => r.SetProperty(x => x.LeftOutAt, (DateTime?)null));
    }

    internal static IQueryable<GuestRow> Rows(this Unit unit, Id<GuestList> id) =>
        unit.Db.The<GuestRow>().AsTracking().Where(r => r.ListId == id).OrderBy(r => r.Number);

    private static async Task<GuestList?> Unstarted(this Unit unit, Id<GuestList> id) => await unit.TheList(id) is { StartedAt: null, EndedAt: null } list ? list : null;
}
