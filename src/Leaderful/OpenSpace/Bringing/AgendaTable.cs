using Leaderful.Communities.Bringing;
using Leaderful.OpenSpace.Wall;
using Leaderful.Shared;
using Leaderful.Shared.Forms;

namespace Leaderful.OpenSpace.Bringing;

/// <summary>An agenda as a table: its first line says what its columns are; a row is a topic, or a time or a place without one.</summary>
public sealed record AgendaTable(IReadOnlyList<string> Columns, IReadOnlyList<TableRow> Rows)
{
    private const int LongestCell = 20_000;

    public static AgendaTable Read(string text)
    {
        var rows = Table.RowsOf(text, Agenda.Most, Cell);
        return rows.Count == 0 ? new([], []) : new(rows[0].Cells, rows[1..]);
    }

    public Agenda Says(AgendaColumns columns)
    {
        var making = new AgendaMaking();
        if (columns["title"] is null) making.Stop(AgendaPart.All, 0, "no-title-column");
        else foreach (var row in Rows) Read(making, columns, row);
        return making.Made;
    }

    private static void Read(AgendaMaking making, AgendaColumns columns, TableRow row)
    {
        if (row.IsOpen)
        {
            making.Stop(AgendaPart.Row, row.Number, "open");
            return;
        }
        var (title, kind, place) = (At("title"), Kind(At("kind")), making.Place(AgendaPart.Row, row.Number, At("place")));
        var slot = Slot(making, row.Number, At, kind, title);
        var topic = new AgendaTopic(row.Number, title, At("convener"), At("description"), slot, place);
        var isBare = title.Length + topic.Convener.Length + topic.Why.Length == 0;
        if (kind == SlotKind.Sessions && !(isBare && (place.Length > 0 || At("begins").Length > 0))) making.Topic(AgendaPart.Row, topic);

        string At(string name) => columns[name] is { } at && at < row.Cells.Count ? row.Cells[at] : "";
    }

    /// <summary>Nowhere in time where nothing is said of it; day, hour and end may stand in one cell.</summary>
    private static SlotWish? Slot(AgendaMaking making, int number, Func<string, string> at, SlotKind kind, string name)
    {
        if (at("day").Length + at("begins").Length == 0) return null;
        var (day, begins, ends) = AgendaTime.Parts(at("begins"));
        return making.Slot(AgendaPart.Row, number, (at("day") is { Length: > 0 } said ? said : day, begins, at("ends") is { Length: > 0 } until ? until : ends, at("minutes")), kind, kind == SlotKind.Sessions ? "" : name);
    }

    internal static SlotKind Kind(string text) => Enum.TryParse<SlotKind>(text.Trim(), ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : SlotKind.Sessions;

    private static string Cell(string cell) => Clean.Text(FormulaGuard.Off(cell.Length > LongestCell ? cell[..LongestCell] : cell)).Trim();
}
