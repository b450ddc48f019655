using System.Globalization;
using Leaderful.OpenSpace.Wall;
using Leaderful.Shared;

namespace Leaderful.OpenSpace.Bringing;

/// <summary>What bringing an agenda does to a wall as it stands: what is new, what is there already, and what keeps it from being done.</summary>
public sealed record AgendaPlan(IReadOnlyList<SlotWish> Slots, IReadOnlyList<AgendaPlace> Places, IReadOnlyList<AgendaTopic> Topics, IReadOnlyList<AgendaNote> Notes)
{
    public bool DoesSomething => Slots.Count + Places.Count + Topics.Count > 0;

    public bool IsRight => DoesSomething && !Notes.Any(n => n.Stops);

    public static AgendaPlan Of(Agenda agenda, Board board)
    {
        var slots = agenda.Slots.Where(s => SlotOn(board, s) is null).ToList();
        var places = agenda.Places.Where(p => PlaceOn(board, p.Name) is null).ToList();
        var there = board.Slips.Where(s => s.Stands).Select(s => Spot(s.Title, board.Hangs(s) ? board.Slot(s)!.Id.ToString() : "", board.Hangs(s) ? board.Place(s)!.Id.ToString() : "")).ToHashSet(StringComparer.Ordinal);
        var topics = agenda.Topics.ToLookup(t => there.Contains(Spot(t, board)));
        var notes = agenda.Notes.Concat(topics[true].Select(t => new AgendaNote(AgendaPart.All, t.Row, "is-there", Stops: false, t.Title))).ToList();
        if (board.Slots.Count + slots.Count > Drawing.MostSlots) notes.Add(new(AgendaPart.All, 0, "most-slots", Stops: true, Drawing.MostSlots.ToString(CultureInfo.InvariantCulture)));
        if (board.Places.Count + places.Count > Drawing.MostPlaces) notes.Add(new(AgendaPart.All, 0, "most-places", Stops: true, Drawing.MostPlaces.ToString(CultureInfo.InvariantCulture)));
        notes.AddRange(Overlapping(slots, board));
        return new(slots, places, [.. topics[false]], notes);
    }

    public static Slot? SlotOn(Board board, SlotWish wish) => board.Slots.FirstOrDefault(s => AgendaMaking.Same(new SlotWish(s.Day, s.At, s.Minutes, s.Kind), wish));

    public static Place? PlaceOn(Board board, string name) => board.Places.FirstOrDefault(p => AgendaMaking.KeyOf(p.Name) == AgendaMaking.KeyOf(name));

    private static string Spot(AgendaTopic topic, Board board) => topic.Slot is { } slot && topic.Place.Length > 0
        ? Spot(topic.Title, SlotOn(board, slot)?.Id.ToString() ?? "?", PlaceOn(board, topic.Place)?.Id.ToString() ?? "?") : Spot(topic.Title, "", "");

    private static string Spot(string title, string slot, string place) => $"{slot}|{place}|{AgendaMaking.KeyOf(title)}";

    /// <summary>Times that run into each other can be meant; they are only said.</summary>
    private static IEnumerable<AgendaNote> Overlapping(List<SlotWish> slots, Board board)
    {
        var all = slots.Select(s => (Begins: s.Day.ToDateTime(s.At), Ends: s.Day.ToDateTime(s.At).AddMinutes(s.Minutes), IsNew: true))
            .Concat(board.Slots.Select(s => (s.Begins, s.Ends, IsNew: false))).OrderBy(s => s.Begins).ThenBy(s => s.Ends).ToList();
        return all.Zip(all.Skip(1)).Where(p => p.Second.Begins < p.First.Ends && (p.First.IsNew || p.Second.IsNew))
            .Select(p => new AgendaNote(AgendaPart.All, 0, "overlap", Stops: false, $"{Hour.Text(p.First.Begins)}–{Hour.Text(p.First.Ends)}, {Hour.Text(p.Second.Begins)}–{Hour.Text(p.Second.Ends)}"));
    }
}
