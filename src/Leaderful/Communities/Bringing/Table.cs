using CsvHelper;
using Leaderful.Shared;
using Leaderful.Shared.Forms;

namespace Leaderful.Communities.Bringing;

/// <summary>One row of a table, with the number a spreadsheet shows beside it.</summary>
public sealed record TableRow(int Number, List<string> Cells, bool IsOpen)
{
    public bool IsEmpty => Cells.TrueForAll(c => c.Length == 0);
}

/// <summary>A table of people as a file says it: the names of its columns, where it has them, and its rows.</summary>
public sealed record Table(List<string> Columns, IReadOnlyList<TableRow> Rows)
{
    public const int MostRows = 5000;
    private const int MostColumns = 60;

    /// <summary>Whatever separates its columns.</summary>
    public static Table Read(string text)
    {
        var rows = RowsOf(text, MostRows, Cell);
        var named = rows.Count > 1 && !rows[0].Cells.Exists(c => RowReading.AddressIn(c) is not null);
        if (named) return new Table(rows[0].Cells, rows[1..]);
        return new Table([.. Enumerable.Repeat("", rows.Count == 0 ? 0 : rows[0].Cells.Count)], rows);
    }

    /// <summary>At most one row more than may be beside the names of the columns, so that the reader can tell.</summary>
    internal static List<TableRow> RowsOf(string text, int most, Func<string, string> cell)
    {
        var rows = All(text, most, cell, runsOn: true);
        // A quotation mark that never closes would take everything after it for one cell: then no cell runs over lines.
        return rows.Exists(r => r.IsOpen) ? All(text, most, cell, runsOn: false) : rows;
    }

    private static List<TableRow> All(string text, int most, Func<string, string> cell, bool runsOn)
    {
        var rows = new List<TableRow>();
        var options = CsvReaderOptions.Default with { HasHeader = false, SkipEmptyLines = false, AllowLineBreaksInQuotes = runsOn };
        using var reader = CsvReader.FromText(text, options);
        for (var number = 1; rows.Count < most + 2 && reader.Read(); number++)
        {
            var cells = Enumerable.Range(0, Math.Min(reader.FieldCount, MostColumns)).Select(i => cell(reader.GetString(i))).ToList();
            var row = new TableRow(number, cells, reader.RawRecord.Count((byte)'"') % 2 == 1 && (reader.RawRecord.Contains((byte)'\n') || !runsOn));
            if (!row.IsEmpty) rows.Add(row);
        }
        return rows;
    }

    /// <summary>One line that is not too long to look at, without what a spreadsheet was kept from running by.</summary>
    private static string Cell(string cell)
    {
        var line = Clean.Line(FormulaGuard.Off(cell.Length > GuestRow.LongestTyped * 2 ? cell[..(GuestRow.LongestTyped * 2)] : cell));
        if (line.Length <= GuestRow.LongestTyped) return line;
        return line[..(char.IsHighSurrogate(line[GuestRow.LongestTyped - 1]) ? GuestRow.LongestTyped - 1 : GuestRow.LongestTyped)];
    }
}
