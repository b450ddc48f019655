using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Leaderful.OpenSpace.Wall;
using Leaderful.Shared;

namespace Leaderful.OpenSpace.Bringing;

/// <summary>A wall to take along, as a table or as JSON. Either comes back through the door agendas are brought by.</summary>
public static class AgendaExport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>A row for each topic; then what is free: times and places without one.</summary>
    public static byte[] Csv(Board board)
    {
        var topics = Standing(board).ToList();
        var rows = topics.Select(s => Row(board.Hangs(s) ? board.Slot(s) : null, board.Hangs(s) ? board.Place(s)!.Name : "", s.Title, s.Convener, s.Why)).ToList();
        rows.AddRange(board.Slots.Where(t => !topics.Exists(s => board.Hangs(s) && s.SlotId == t.Id)).Select(t => Row(t, "", t.Kind == SlotKind.Sessions ? "" : t.Name)));
        rows.AddRange(board.Places.Where(p => !topics.Exists(s => board.Hangs(s) && s.PlaceId == p.Id)).Select(p => Row(null, p.Name, "")));
        return Shared.Csv.Write([["day", "begins", "ends", "place", "title", "convener", "description", "kind"], .. rows]);
    }

    public static byte[] Json(Board board, string title, string zone) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Title = title,
            Zone = zone,
            Slots = board.Slots.Select(s => new { Day = Hour.Key(s.Day), Begins = Hour.Text(s.Begins), s.Minutes, Kind = s.Kind.Key(), s.Name }),
            Places = board.Places.Select(p => new { p.Name, p.Seats, p.Features }),
            Sessions = Standing(board).Select(s => new
            {
                s.Title, s.Convener, Description = s.Why, Day = At(board, s) is { } day ? Hour.Key(day.Day) : null,
                Begins = At(board, s) is { } slot ? Hour.Text(slot.Begins) : null, At(board, s)?.Minutes, Place = board.Hangs(s) ? board.Place(s)!.Name : null,
            }),
        }, Options);

    private static IEnumerable<Slip> Standing(Board board) => board.Slips.Where(s => s.Stands);

    private static Slot? At(Board board, Slip slip) => board.Hangs(slip) ? board.Slot(slip) : null;

    private static string[] Row(Slot? slot, string place, string title, string convener = "", string why = "") =>
        slot is null ? ["", "", "", place, title, convener, why, ""] : [Hour.Key(slot.Day), Hour.Text(slot.Begins), Hour.Text(slot.Ends), place, title, convener, why, slot.Kind.Key()];
}
